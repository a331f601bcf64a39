/*
 * One block of SHA-1 on all lanes, included once for each instruction set. Expects NAME, TARGET,
 * VECTOR, LOAD_WORDS, ADD, SET, ROTATE, XOR, XOR3, CHOOSE and MAJORITY.
 */

/* FIPS 180-4, 6.1.2, on all lanes. */
static __attribute__((target(TARGET))) void NAME(lanes *all, const unsigned char *const *blocks)
{
	VECTOR *state[STATE_WORDS];
	VECTOR w[16], a, b, c, d, e;

	LOAD_WORDS(blocks, w);
	for (size_t i = 0; i < STATE_WORDS; i++) {
		state[i] = (VECTOR *) all->state[i];
	}
	a = *state[0];
	b = *state[1];
	c = *state[2];
	d = *state[3];
	e = *state[4];
	TWENTY_ROUNDS(CHOOSE, 0x5a827999u, 0);
	TWENTY_ROUNDS(XOR3, 0x6ed9eba1u, 20);
	TWENTY_ROUNDS(MAJORITY, 0x8f1bbcdcu, 40);
	TWENTY_ROUNDS(XOR3, 0xca62c1d6u, 60);
	*state[0] = ADD(*state[0], a);
	*state[1] = ADD(*state[1], b);
	*state[2] = ADD(*state[2], c);
	*state[3] = ADD(*state[3], d);
	*state[4] = ADD(*state[4], e);
}

#undef NAME
#undef TARGET
#undef VECTOR
#undef LOAD_WORDS
#undef ADD
#undef SET
#undef ROTATE
#undef XOR
#undef XOR3
#undef CHOOSE
#undef MAJORITY
