#include "kb/entry.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

const char *const standing_names[] = {"standard", "extension", "registered", "historic", "unofficial", NULL};
const char *const retry_names[] = {"no", "later", "not-needed", NULL};
const char *const actor_names[] = {"nobody", "sender", "sender-admin", "recipient", "recipient-admin", NULL};

const char *const kb_commands[] = {"CONN", "HELO", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "BDAT", "EOD",
                                   "RSET", "VRFY", "EXPN", "HELP",     "NOOP", "QUIT", "ETRN", "ATRN", "ANY",  NULL};

/* The facts of an enhanced status code, which its classes share. */
struct enhanced {
	struct strings classes;
	struct entry entry;
};

static const struct field code_facts[] = {
    {"standing", offsetof(struct entry, standing), standing_names, FIELD_NAME, false},
    {"references", offsetof(struct entry, references), NULL, FIELD_STRINGS, false},
    {"commands", offsetof(struct entry, commands), NULL, FIELD_STRINGS, false},
    {"enhanced", offsetof(struct entry, related), NULL, FIELD_STRINGS, false},
    {"retry", offsetof(struct entry, retry), retry_names, FIELD_NAME, false},
    {"actor", offsetof(struct entry, actor), actor_names, FIELD_NAME, false},
    {"see_also", offsetof(struct entry, see_also), NULL, FIELD_STRINGS, false},
    {"dialogue", offsetof(struct entry, dialogue), NULL, FIELD_STRINGS, false},
};

static const struct field code_words[] = {
    {"name", offsetof(struct entry, name), NULL, FIELD_STRING, false},
    {"summary", offsetof(struct entry, summary), NULL, FIELD_STRING, false},
    {"meaning", offsetof(struct entry, meaning), NULL, FIELD_STRING, false},
    {"when", offsetof(struct entry, when), NULL, FIELD_STRING, false},
    {"fix", offsetof(struct entry, fix), NULL, FIELD_STRINGS, false},
    {"note", offsetof(struct entry, note), NULL, FIELD_STRING, true},
    {"applies", offsetof(struct entry, applies), NULL, FIELD_STRING, false},
};

static const struct field enhanced_facts[] = {
    {"classes", offsetof(struct enhanced, classes), NULL, FIELD_STRINGS, false},
    {"standing", offsetof(struct enhanced, entry.standing), standing_names, FIELD_NAME, false},
    {"references", offsetof(struct enhanced, entry.references), NULL, FIELD_STRINGS, false},
    {"commands", offsetof(struct enhanced, entry.commands), NULL, FIELD_STRINGS, false},
    {"codes", offsetof(struct enhanced, entry.related), NULL, FIELD_STRINGS, false},
    {"actor", offsetof(struct enhanced, entry.actor), actor_names, FIELD_NAME, false},
    {"see_also", offsetof(struct enhanced, entry.see_also), NULL, FIELD_STRINGS, false},
    {"dialogue", offsetof(struct enhanced, entry.dialogue), NULL, FIELD_STRINGS, false},
};

/* The words of an enhanced status code: what its classes share (X.1.1), and what each has of its own (5.1.1). */
static const struct field shared_words[] = {
    {"name", offsetof(struct entry, name), NULL, FIELD_STRING, false},
    {"meaning", offsetof(struct entry, meaning), NULL, FIELD_STRING, false},
    {"note", offsetof(struct entry, note), NULL, FIELD_STRING, true},
};

static const struct field class_words[] = {
    {"summary", offsetof(struct entry, summary), NULL, FIELD_STRING, false},
    {"when", offsetof(struct entry, when), NULL, FIELD_STRING, false},
    {"fix", offsetof(struct entry, fix), NULL, FIELD_STRINGS, false},
    {"applies", offsetof(struct entry, applies), NULL, FIELD_STRING, false},
};

static enum status check_names(const struct part *part, const char *key, const struct strings *commands,
                               const struct strings *dialogue, struct error *error)
{
	for (size_t i = 0; i < commands->count; i++) {
		size_t known = 0;

		while (kb_commands[known] && strcmp(kb_commands[known], commands->items[i]) != 0)
			known++;
		if (!kb_commands[known])
			return part_bad_fact(part, key, error, "json.command", commands->items[i]);
	}
	for (size_t i = 0; i < dialogue->count; i++)
		if (strncmp(dialogue->items[i], "C: ", 3) != 0 && strncmp(dialogue->items[i], "S: ", 3) != 0)
			return part_bad_fact(part, key, error, "json.dialogue", dialogue->items[i]);
	return STATUS_OK;
}

enum status entry_read_basic(struct arena *arena, const struct part *codes, const char *code, struct entry *entry,
                             struct error *error)
{
	const struct json_file *file = codes->facts;

	if (part_read_facts(arena, codes, code, code_facts, COUNT(code_facts), entry, error) != STATUS_OK ||
	    words_read(arena, &codes->words, code, code_words, COUNT(code_words), entry, sizeof *entry, error) !=
	        STATUS_OK ||
	    check_names(codes, code, &entry->commands, &entry->dialogue, error) != STATUS_OK)
		return STATUS_BAD;
	for (size_t i = 0; i < entry->see_also.count; i++)
		if (!json_find(file, entry->see_also.items[i]))
			return part_bad_fact(codes, code, error, "json.no-code", entry->see_also.items[i]);
	for (size_t i = 0; i < entry->related.count; i++)
		if (code_kind(entry->related.items[i]) != CODE_ENHANCED)
			return part_bad_fact(codes, code, error, "json.code", entry->related.items[i]);
	return STATUS_OK;
}

/* "X.7.26" of "5.7.26" */
static const char *shared_key(struct arena *arena, const char *code)
{
	return arena_printf(arena, "X%s", code + 1);
}

static bool holds(const struct strings *strings, const char *s, size_t n)
{
	for (size_t i = 0; i < strings->count; i++)
		if (strncmp(strings->items[i], s, n) == 0 && !strings->items[i][n])
			return true;
	return false;
}

/* The facts of X.y.z, which all its classes share. */
static enum status read_shared(struct arena *arena, const struct part *part, const char *key, struct enhanced *shared,
                               struct error *error)
{
	if (part_read_facts(arena, part, key, enhanced_facts, COUNT(enhanced_facts), shared, error) != STATUS_OK ||
	    check_names(part, key, &shared->entry.commands, &shared->entry.dialogue, error) != STATUS_OK)
		return STATUS_BAD;
	for (size_t i = 0; i < shared->classes.count; i++)
		if (!strstr("2 4 5", shared->classes.items[i]) || strlen(shared->classes.items[i]) != 1)
			return part_bad_fact(part, key, error, "json.code", shared->classes.items[i]);
	for (size_t i = 0; i < shared->entry.related.count; i++)
		if (code_kind(shared->entry.related.items[i]) != CODE_BASIC)
			return part_bad_fact(part, key, error, "json.code", shared->entry.related.items[i]);
	return STATUS_OK;
}

/* Of the codes that go with X.y.z, those of the class of code. */
static void keep_class(struct arena *arena, struct strings *codes, char class)
{
	const char **kept = arena_array(arena, codes->count + 1, sizeof *kept);
	size_t count = 0;

	for (size_t i = 0; i < codes->count; i++)
		if (codes->items[i][0] == class)
			kept[count++] = codes->items[i];
	*codes = (struct strings){.items = kept, .count = count};
}

/* The codes that X.y.z refers to, in the class of the code that is asked for, or the first class that they have. */
static enum status spell_see_also(struct arena *arena, const struct part *part, const char *key, const char *code,
                                  struct strings *codes, struct error *error)
{
	const char **spelled = arena_array(arena, codes->count + 1, sizeof *spelled);

	for (size_t i = 0; i < codes->count; i++) {
		struct enhanced other = {0};
		const char *name = codes->items[i];

		if (name[0] != 'X' || !json_find(part->facts, name))
			return part_bad_fact(part, key, error, "json.no-code", name);
		if (read_shared(arena, part, name, &other, error) != STATUS_OK)
			return STATUS_BAD;

		const char *class = holds(&other.classes, code, 1) || !other.classes.count ? code : other.classes.items[0];

		spelled[i] = arena_printf(arena, "%c%s", *class, name + 1);
	}
	codes->items = spelled;
	return STATUS_OK;
}

enum status entry_read_enhanced(struct arena *arena, const struct part *part, const char *code, struct entry *entry,
                                bool *found, struct error *error)
{
	const char *key = shared_key(arena, code);
	struct enhanced shared = {0};

	*found = false;
	if (!json_find(part->facts, key))
		return STATUS_OK;
	if (read_shared(arena, part, key, &shared, error) != STATUS_OK)
		return STATUS_BAD;
	if (!holds(&shared.classes, code, 1))
		return STATUS_OK;
	*found = true;
	*entry = shared.entry;
	entry->code = code;
	entry->retry = *code == '5' ? RETRY_NO : *code == '4' ? RETRY_LATER : RETRY_NOT_NEEDED;
	if (*code == '2')
		entry->actor = ACTOR_NOBODY;
	keep_class(arena, &entry->related, *code);
	if (spell_see_also(arena, part, key, code, &entry->see_also, error) != STATUS_OK)
		return STATUS_BAD;
	if (words_read(arena, &part->words, key, shared_words, COUNT(shared_words), entry, sizeof *entry, error) !=
	    STATUS_OK)
		return STATUS_BAD;
	return words_read(arena, &part->words, code, class_words, COUNT(class_words), entry, sizeof *entry, error);
}

static int by_code(const void *a, const void *b)
{
	return code_compare(*(const char *const *)a, *(const char *const *)b);
}

enum status entry_list_enhanced(struct arena *arena, const struct part *part, struct strings *listed,
                                struct error *error)
{
	const struct json_file *file = part->facts;
	const char **codes = arena_array(arena, file->count * 3 + 1, sizeof *codes);
	size_t count = 0;

	for (size_t i = 0; i < file->count; i++) {
		struct enhanced shared = {0};
		const char *key = file->members[i].key;

		if (key[0] != 'X' || code_kind(arena_printf(arena, "5%s", key + 1)) != CODE_ENHANCED)
			return json_error(file, file->members[i].key_at, error, "json.code", key, NULL);
		if (read_shared(arena, part, key, &shared, error) != STATUS_OK)
			return STATUS_BAD;
		for (size_t j = 0; j < shared.classes.count && j < 3; j++)
			codes[count++] = arena_printf(arena, "%s%s", shared.classes.items[j], key + 1);
	}
	qsort(codes, count, sizeof *codes, by_code);
	*listed = (struct strings){.items = codes, .count = count};
	return STATUS_OK;
}
