#pragma once

// Debian keeps the header in its own folder; pkg-config's include path makes the short name work everywhere.
#include <libpq-fe.h>
