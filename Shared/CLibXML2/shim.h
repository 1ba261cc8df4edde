#pragma once

// Debian's libxml2 uses ICU and shows it in one header; its names are those of Foundation's own ICU. Nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
