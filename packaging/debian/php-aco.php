mod debian/aco.ini
