/* The commands. Each is told its own name (empty where none was typed) and the words behind it. */
#ifndef REPLYCODE_CLI_COMMANDS_H
#define REPLYCODE_CLI_COMMANDS_H

#include "cli/session.h"

typedef enum status command(struct session *session, const char *name, const char *const *words, size_t count);

command command_explain, command_compare, command_list, command_search, command_check_data;

/* What words without a command mean. */
command command_bare;

/* Says why a word cannot be taken as one code. STATUS_OK, silently, when it can. */
enum status commands_want_code(struct session *session, const char *word);

#endif
