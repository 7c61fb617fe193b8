#include "base/buffer.h"
#include "page/print.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* cJSON reports memory that ran out with NULL or false, and does nothing with a NULL that it is handed: the check at the
 * end of each object, in finish(), is enough. */
struct object {
	struct arena *arena;
	cJSON *json;
	bool failed;
};

static struct object object_new(struct arena *arena)
{
	struct object object = {.arena = arena, .json = cJSON_CreateObject()};

	object.failed = !object.json;
	return object;
}

static void add(struct object *object, const char *key, cJSON *value)
{
	if (!value || !cJSON_AddItemToObject(object->json, key, value)) {
		cJSON_Delete(value);
		object->failed = true;
	}
}

static void add_string(struct object *object, const char *key, const char *value)
{
	add(object, key, value ? cJSON_CreateString(value) : cJSON_CreateNull());
}

static void add_object(struct object *object, const char *key, struct object *value)
{
	object->failed = object->failed || value->failed;
	add(object, key, value->json);
}

static cJSON *array(struct object *object, const struct strings *strings)
{
	cJSON *array = cJSON_CreateArray();

	for (size_t i = 0; i < strings->count; i++) {
		cJSON *item = cJSON_CreateString(strings->items[i]);

		if (!item || !cJSON_AddItemToArray(array, item)) {
			cJSON_Delete(item);
			object->failed = true;
		}
	}
	return array;
}

static void add_strings(struct object *object, const char *key, const struct strings *strings)
{
	add(object, key, array(object, strings));
}

/* "\u00e9" for what is not ASCII; JSON writes what is beyond U+FFFF as two halves. */
static void escape(struct buffer *out, const char *s)
{
	while (*s) {
		unsigned char c = (unsigned char)*s;
		unsigned long point = c;
		char text[32] = {(char)c};
		int more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC0 ? 1 : 0;

		if (more)
			point = c & (0x3FU >> more);
		for (int i = 0; i < more; i++)
			point = point << 6 | ((unsigned char)*++s & 0x3FU);
		s++;
		if (point > 0xFFFF)
			snprintf(text, sizeof text, "\\u%04lx\\u%04lx", 0xD7C0 + (point >> 10), 0xDC00 + (point & 0x3FF));
		else if (point > 0x7E)
			snprintf(text, sizeof text, "\\u%04lx", point);
		buffer_adds(out, text);
	}
}

static struct output finish(struct object *object, bool ascii)
{
	struct buffer out = buffer_new(object->arena);
	char *text = NULL;

	if (!object->failed)
		text = cJSON_Print(object->json);
	cJSON_Delete(object->json);
	if (!text)
		arena_exhaust(object->arena);
	if (ascii)
		escape(&out, text);
	else
		buffer_adds(&out, text);
	cJSON_free(text);
	buffer_adds(&out, "\n");
	return (struct output){.bytes = out.bytes, .size = out.used};
}

static void add_theory(struct object *object, const char *key, const struct theory *theory)
{
	struct object value;

	if (!theory) {
		add_string(object, key, NULL);
		return;
	}
	value = object_new(object->arena);
	add_string(&value, "code", theory->code);
	add_string(&value, "name", theory->name);
	add_object(object, key, &value);
}

/* The fields in the order of the manual page. What an unknown code has none of is null or empty. */
static void add_explanation(struct object *object, const struct explanation *explanation, const char *protocol,
                            const char *lang)
{
	static const struct entry nothing;
	const struct entry *entry = explanation->entry ? explanation->entry : &nothing;
	int retry = explanation_retry(explanation);
	int actor = explanation_actor(explanation);
	const struct strings *fix = explanation->entry || !explanation->class ? &entry->fix : &explanation->class->fix;

	add_string(object, "protocol", protocol);
	add_string(object, "code", explanation->code);
	add_string(object, "name", entry->name);
	add_string(object, "standing", explanation->entry ? standing_names[entry->standing] : NULL);
	add_theory(object, "class", explanation->class);
	add_theory(object, "category", explanation->category);
	add_string(object, "summary", entry->summary);
	add_string(object, "meaning", entry->meaning);
	add_string(object, "when", entry->when);
	add_strings(object, "fix", fix);
	add_string(object, "note", entry->note);
	add_string(object, "retry", retry == NAME_MISSING ? NULL : retry_names[retry]);
	add_string(object, "actor", actor == NAME_MISSING ? NULL : actor_names[actor]);
	add_strings(object, "commands", &entry->commands);
	add_strings(object, "enhanced", &entry->related);
	add_strings(object, "references", &entry->references);
	add_strings(object, "see_also", explanation->entry ? &entry->see_also : &explanation->nearest);
	add_string(object, "lang", lang);
}

struct output print_json_explanation(struct arena *arena, const struct explanation *explanation, const char *protocol,
                                     const char *lang, bool ascii)
{
	struct object object = object_new(arena);

	add_explanation(&object, explanation, protocol, lang);
	return finish(&object, ascii);
}

struct output print_json_list(struct arena *arena, const struct explanation *explanations, size_t count,
                              const char *protocol, const char *lang, bool ascii)
{
	struct object list = {.arena = arena, .json = cJSON_CreateArray()};

	for (size_t i = 0; i < count; i++) {
		struct object item = object_new(arena);

		add_explanation(&item, &explanations[i], protocol, lang);
		list.failed = list.failed || item.failed || !cJSON_AddItemToArray(list.json, item.json);
	}
	return finish(&list, ascii);
}

static bool is_list(enum fact fact)
{
	return fact == FACT_COMMANDS || fact == FACT_ENHANCED || fact == FACT_REFERENCES;
}

static cJSON *fact_row(struct object *parent, const struct comparison *comparison, enum fact fact)
{
	struct object row = object_new(parent->arena);
	cJSON *values = cJSON_CreateArray();

	for (size_t i = 0; i < comparison->count; i++) {
		struct strings facts = explanation_fact(parent->arena, &comparison->codes[i], fact);
		cJSON *value = is_list(fact) ? array(&row, &facts)
		               : facts.count ? cJSON_CreateString(facts.items[0])
		                             : cJSON_CreateNull();

		if (!value || !cJSON_AddItemToArray(values, value)) {
			cJSON_Delete(value);
			row.failed = true;
		}
	}
	add_string(&row, "field", fact_names[fact]);
	add(&row, "values", values);
	add(&row, "differs", cJSON_CreateBool(comparison->differs[fact]));
	parent->failed = parent->failed || row.failed;
	return row.json;
}

struct output print_json_comparison(struct arena *arena, const struct comparison *comparison, const char *lang,
                                    bool ascii)
{
	struct object object = object_new(arena);
	cJSON *rows = cJSON_CreateArray();
	const char *codes[COMPARISON_MAX];

	for (size_t i = 0; i < comparison->count; i++)
		codes[i] = comparison->codes[i].code;
	add_strings(&object, "codes", &(struct strings){.items = codes, .count = comparison->count});
	for (int fact = 0; fact < FACT_COUNT; fact++) {
		cJSON *row = fact_row(&object, comparison, (enum fact)fact);

		if (!cJSON_AddItemToArray(rows, row)) {
			cJSON_Delete(row);
			object.failed = true;
		}
	}
	add(&object, "rows", rows);
	add_string(&object, "summary", comparison->summary);
	add_strings(&object, "differences", &comparison->differences);
	add_strings(&object, "which", &comparison->which);
	add_string(&object, "lang", lang);
	return finish(&object, ascii);
}
