/* Random keys, mice, sizes and answers: nothing crashes, and what is selected stays in sight. $EVENTS of them
 * (20,000 unless told; the same ones every time unless $SEED tells otherwise). */
#include "support/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint64_t seed = 20260101;

static uint32_t chance(uint32_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 32) % below;
}

static uint32_t any_key(void)
{
	switch (chance(8)) {
	case 0:
		return chance(0x110000);
	case 1:
		return chance(0x180);
	case 2:
		return '0' + chance(10);
	case 3:
		return 'a' + chance(26);
	default:
		/* Most keys do something. */
		return bindings[chance((uint32_t)binding_count)].key;
	}
}

static struct event any_event(void)
{
	struct event event = {.kind = EVENT_KEY, .key = any_key(), .pasted = chance(40) == 0};

	switch (chance(40)) {
	case 0:
		return (struct event){.kind = EVENT_RESIZE,
		                      .width = (int)chance(chance(2) ? 60 : 300),
		                      .height = (int)chance(chance(2) ? 12 : 100)};
	case 1:
		return (struct event){.kind = EVENT_CLICK, .x = (int)chance(120), .y = (int)chance(40)};
	case 2:
		return (struct event){
		    .kind = EVENT_WHEEL, .x = (int)chance(120), .y = (int)chance(40), .turn = chance(2) ? 1 : -1};
	case 3:
		return (struct event){.kind = EVENT_TIMEOUT};
	case 4:
		return (struct event){.kind = EVENT_PASTED};
	default:
		return event;
	}
}

static void serve(struct script *script)
{
	while (script->model.request >= REQUEST_MOUSE)
		script_send(script,
		            (struct event){.kind = EVENT_ANSWER, .answer = (enum answer)chance(4), .text = "\033[31mno"});
}

static void check(const struct model *model, const struct grid *grid)
{
	const struct list *list = &model->lists[model->kind];
	enum mode screen = model_screen(model);

	assert_true(model->depth >= 1 && model->depth <= MODES_MAX);
	assert_true(grid->cursor_x >= 0 && grid->cursor_x < grid->width);
	assert_true(grid->cursor_y >= 0 && grid->cursor_y < grid->height);
	if (!model->frame.fits)
		return;
	if (screen == MODE_LIST && list->codes) {
		assert_true(list->selected >= list->top);
		assert_true(list->selected < list->top + (size_t)model->frame.list.height);
		assert_int_equal(list->rows[list->selected].kind, LIST_CODE);
	}
	if (screen == MODE_MAP) {
		assert_true(model->map.items[model->map.selected].y >= model->map.top);
		assert_true(model->map.items[model->map.selected].y < model->map.top + model_map_height(model));
	}
}

static void random_events(void **state)
{
	const char *wanted = getenv("EVENTS");
	const char *chosen = getenv("SEED");
	long count = wanted ? strtol(wanted, NULL, 10) : getenv("TEST_SPARSE") ? 2000 : 20000;
	bool seen[MODE_COUNT] = {false};
	struct script script;

	(void)state;
	if (chosen)
		seed = strtoull(chosen, NULL, 10) | 1;
	script_open(&script, "fr", "UTF-8", 80, 24, NULL, NULL);
	for (long i = 0; i < count; i++) {
		script_send(&script, any_event());
		serve(&script);
		seen[model_mode(&script.model)] = true;
		if (chance(3) == 0) {
			draw(&script.model, &script.grid);
			check(&script.model, &script.grid);
		}
		if (i % 5000 == 4999) {
			script_close(&script);
			script_open(&script, i % 2 ? "en" : "fr", i % 10000 == 4999 ? "ASCII" : "UTF-8", 100, 30, NULL, NULL);
		}
	}
	script_close(&script);
	for (int mode = MODE_LIST; mode < MODE_COUNT && count >= 20000; mode++)
		if (!seen[mode])
			fail_msg("mode %d was never reached", mode);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(random_events)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
