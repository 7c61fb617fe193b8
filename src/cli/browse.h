/* The command that opens the terminal interface, and prints what the user left it with. */
#ifndef REPLYCODE_CLI_BROWSE_H
#define REPLYCODE_CLI_BROWSE_H

#include "cli/commands.h"

command command_browse;

#endif
