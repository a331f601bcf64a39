/*
 * The protocol of a lease: take, renew, take over, write with a fencing number. Three nodes, any of which may freeze
 * for any time, and two of which die at any moment. A contender may always take a silent holder for dead, also one that
 * lives: the model has no time, so that what holds here holds whatever the intervals are.
 *
 *     spin -run -noclaim lease.pml              no two owners write, no older turn is recorded over a newer one
 *     spin -DUNFENCED -run -noclaim lease.pml   the same without the check of the fencing number: fails
 *     spin -run -a -f -ltl delivered lease.pml  every item is delivered in the end
 */

#define NODES 3
#define DEATHS 2
#define ITEMS 2
#define NOBODY 255

/* The row of the lease. */
byte fence = 0;
byte owner = NOBODY;

/* The table of items: what is recorded as delivered, and by which turn of the lease. */
bool recorded[ITEMS];
byte recordedBy[ITEMS];

/* What the service has received, however often. */
bool received[ITEMS];

byte deaths = 0;
bool dead[NODES];
/* Turns of the lease are bounded, so that the state space is. */
#define MAX_FENCE 5

/* A transaction of the holder begins with an UPDATE of its row. */
#ifdef UNFENCED
# define HOLDS true
#else
# define HOLDS (owner == me && fence == mine)
#endif

proctype Node(byte me)
{
	byte mine = 0;
	byte item = 0;
	bool isHolder = false;

	do
	/* It may die between any two steps, but one node is left. */
	:: atomic { deaths < DEATHS -> deaths++; dead[me] = true; goto gone }

	/* Takes a free lease, or takes a holder for dead: one statement that compares what was read. */
	:: atomic { !isHolder && owner != me && fence < MAX_FENCE &&
			(owner == NOBODY || dead[owner] || fence < MAX_FENCE - DEATHS - 1) ->
		fence++; owner = me; mine = fence; isHolder = true; item = 0 }

	/* Reads what is left, sends it, and is frozen in between for as long as it likes. */
	:: isHolder ->
		do
		:: item < ITEMS && recorded[item] -> item++
		:: item < ITEMS && !recorded[item] -> break
		:: item >= ITEMS -> break
		od;
		if
		:: item < ITEMS ->
			received[item] = true;
			atomic {
				if
				:: HOLDS ->
					/* Nobody else may write while this one does, and no turn after a later one. */
					assert(owner == me && fence == mine);
					assert(!recorded[item] || recordedBy[item] <= mine);
					assert(received[item]);
					recorded[item] = true;
					recordedBy[item] = mine
				:: else -> isHolder = false
				fi
			}
		:: else ->
			/* Frees the lease, unless it has another holder by now. */
			atomic {
				if
				:: owner == me && fence == mine -> owner = NOBODY
				:: else
				fi
			};
			goto gone
		fi

	/* All is done: nothing is left to take the lease for. */
	:: !isHolder && recorded[0] && recorded[1] -> goto gone
	od;
gone:
	skip
}

init {
	atomic { run Node(0); run Node(1); run Node(2) }
}

#define done (recorded[0] && recorded[1])
ltl delivered { <> done }
