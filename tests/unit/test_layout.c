/* Layout of all that the program can show, at all widths. */
#include "page/compose.h"
#include "support/properties.h"
#include "support/testing.h"

static struct pool pool;

struct room {
	struct base base;
	struct arena *lines;
	struct charset *utf8, *ascii;
};

static struct room room_open(const char *language)
{
	struct room room = {.base = base_open(NULL, language), .lines = test_arena()};

	room.utf8 = text_charset_open(room.base.arena, "UTF-8");
	room.ascii = text_charset_open(room.base.arena, "ASCII");
	return room;
}

static void room_close(struct room *room)
{
	arena_free(room->lines);
	base_close(&room->base);
}

/* Lays the page out at every step-th width, from first on. */
static void check_widths(struct room *room, const char *what, struct page *page, int first, int step)
{
	memset(&pool, 0, sizeof pool);
	pool_fill(&pool, page);
	assert_true(pool.cells < CELLS_MAX);

	bool table = page->blocks->kind == BLOCK_TABLE;
	size_t letters = pool_letters(&pool);

	for (int width = LAYOUT_MIN + first % step; width <= LAYOUT_MAX; width += step) {
		struct lines lines = layout(room->lines, page, width, room->utf8);
		const char *fault = lines_fault(&pool, &lines, width);

		if (fault)
			fail_msg("%s at %d columns: %s", what, width, fault);
		if (table && lines_letters(&lines) != letters)
			fail_msg("%s at %d columns: letters are lost", what, width);
		lines = layout(room->lines, page, width, room->ascii);
		for (size_t i = 0; i < lines.count; i++) {
			assert_true(lines.items[i].width <= width);
			for (size_t j = 0; j < lines.items[i].count; j++)
				for (size_t k = 0; k < lines.items[i].spans[j].size; k++)
					assert_true((unsigned char)lines.items[i].spans[j].text[k] < 0x80);
		}
		arena_reset(room->lines);
	}
}

static void check_codes(const char *language, enum code_kind kind, int step)
{
	struct room room = room_open(language);
	struct base *base = &room.base;
	const struct strings *codes;

	assert_int_equal(kb_codes(base->kb, kind, &codes, &base->error), STATUS_OK);
	assert_true(codes->count > 50);
	for (size_t i = 0; i < codes->count; i++) {
		struct explanation explanation;

		assert_int_equal(explanation_make(base->arena, base->kb, codes->items[i], &explanation, &base->error),
		                 STATUS_OK);
		check_widths(&room, codes->items[i], compose_explanation(base->arena, base->lang, "smtp", &explanation), (int)i,
		             step);
	}
	room_close(&room);
}

static void test_reply_codes(void **state)
{
	(void)state;
	check_codes("en", CODE_BASIC, is_sparse() ? 23 : 1);
	check_codes("fr", CODE_BASIC, is_sparse() ? 29 : 1);
}

static void test_enhanced_codes(void **state)
{
	(void)state;
	check_codes("en", CODE_ENHANCED, is_sparse() ? 71 : 13);
	check_codes("fr", CODE_ENHANCED, is_sparse() ? 71 : 11);
}

static void check_comparison(struct room *room, const char *const *codes, size_t count, int first, int step)
{
	struct base *base = &room->base;
	struct comparison comparison;

	assert_int_equal(comparison_make(base->arena, base->kb, base->lang, codes, count, &comparison, &base->error),
	                 STATUS_OK);
	check_widths(room, arena_printf(base->arena, "%s %s", codes[0], codes[1]),
	             compose_comparison(base->arena, base->lang, "smtp", &comparison), first, step);
}

static void check_pairs(const char *language)
{
	struct room room = room_open(language);
	struct base *base = &room.base;
	size_t count = kb_pair_count(base->kb);
	const struct strings *all;
	size_t tried = 0;

	assert_true(count >= 40);
	for (size_t i = 0; i < count; i++) {
		const char *key = kb_pair_key(base->kb, i);
		size_t n = strcspn(key, " ");
		const char *codes[] = {arena_copy(base->arena, key, n), key + n + 1};

		check_comparison(&room, codes, 2, (int)i, is_sparse() ? 71 : 3);
	}
	assert_int_equal(kb_codes(base->kb, CODE_BASIC, &all, &base->error), STATUS_OK);
	for (size_t i = 0; i < all->count; i++)
		for (size_t j = i + 1; j < all->count; j++) {
			const char *codes[] = {all->items[i], all->items[j], "557", "5.7.26"};

			if (tried++ % (is_sparse() ? 101 : 7) == 0)
				check_comparison(&room, codes, 2, (int)tried, is_sparse() ? 97 : 31);
			if (tried % (is_sparse() ? 401 : 40) == 0) {
				check_comparison(&room, codes, 3, (int)tried, 17);
				check_comparison(&room, codes, 4, (int)tried, 17);
			}
		}
	room_close(&room);
}

static void test_comparisons(void **state)
{
	(void)state;
	check_pairs("en");
	check_pairs("fr");
}

static void check_lists(const char *language, const char *word)
{
	struct room room = room_open(language);
	struct base *base = &room.base;
	struct base english = base_open(NULL, "en");

	for (int kind = CODE_BASIC; kind <= CODE_ENHANCED; kind++) {
		const struct strings *codes;
		const struct entry **entries;

		assert_int_equal(kb_codes(base->kb, (enum code_kind)kind, &codes, &base->error), STATUS_OK);
		entries = arena_array(base->arena, codes->count, sizeof *entries);
		for (size_t i = 0; i < codes->count; i++)
			assert_int_equal(kb_entry(base->kb, codes->items[i], &entries[i], &base->error), STATUS_OK);
		check_widths(&room, "list", compose_list(base->arena, base->lang, entries, codes->count), 0,
		             is_sparse() ? 41 : 1);
	}

	struct search *search;

	assert_int_equal(search_open(base->arena, base->kb, english.kb, CODE_NONE, &search, &base->error), STATUS_OK);

	struct search_hits hits = search_find(base->arena, search, &word, 1);

	assert_true(hits.count > 3);
	check_widths(&room, "search", compose_hits(base->arena, base->lang, hits.items, hits.count), 0,
	             is_sparse() ? 41 : 1);
	base_close(&english);
	room_close(&room);
}

static void test_lists(void **state)
{
	(void)state;
	check_lists("en", "mailbox");
	check_lists("fr", "boite");
}

static void test_unknown_codes(void **state)
{
	static const char *const unknown[] = {"557", "299", "100", "399", "5.99.99", "2.5.123"};
	struct room room = room_open("fr");

	(void)state;
	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
		struct explanation explanation;

		assert_int_equal(explanation_make(room.base.arena, room.base.kb, unknown[i], &explanation, &room.base.error),
		                 STATUS_OK);
		check_widths(&room, unknown[i], compose_explanation(room.base.arena, room.base.lang, "smtp", &explanation), 0,
		             is_sparse() ? 31 : 1);
	}
	room_close(&room);
}

/* Two columns of prose where there is room for them, one under the other where there is not. */
static void test_columns_stand_side_by_side_where_there_is_room(void **state)
{
	struct arena *arena = test_arena();
	struct charset *utf8 = text_charset_open(arena, "UTF-8");
	struct page *page = page_new(arena);
	struct page *columns[] = {page_new(arena), page_new(arena)};

	(void)state;
	page_add_text(columns[0], BLOCK_PARAGRAPH, "left", ROLE_TEXT);
	page_add_text(columns[1], BLOCK_PARAGRAPH, "right", ROLE_TEXT);
	page_add_columns(page, columns, 2);
	assert_int_equal(layout(arena, page, 70, utf8).count, 3);
	assert_int_equal(layout(arena, page, 71, utf8).count, 1);
	assert_int_equal(layout(arena, page, 300, utf8).count, 1);
	/* Widths out of range count as the nearest that is in it. */
	assert_int_equal(layout(arena, page, 10000, utf8).items[0].width, layout(arena, page, 300, utf8).items[0].width);
	assert_int_equal(layout(arena, page, -5, utf8).count, layout(arena, page, 20, utf8).count);
	assert_int_equal(layout(arena, page_new(arena), 80, utf8).count, 0);
	arena_free(arena);
}

static void test_wide_characters(void **state)
{
	struct arena *arena = test_arena();
	struct charset *utf8 = text_charset_open(arena, "UTF-8");
	struct page *page = page_new(arena);
	struct lines lines;

	(void)state;
	page_add_text(page, BLOCK_PARAGRAPH, "日本語日本語日本語日本語", ROLE_TEXT);
	lines = layout(arena, page, 21, utf8);
	assert_int_equal(lines.count, 2);
	assert_int_equal(lines.items[0].width, 20);
	assert_int_equal(lines.items[1].width, 4);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_reply_codes),     cmocka_unit_test(test_enhanced_codes),
	    cmocka_unit_test(test_comparisons),     cmocka_unit_test(test_lists),
	    cmocka_unit_test(test_unknown_codes),   cmocka_unit_test(test_columns_stand_side_by_side_where_there_is_room),
	    cmocka_unit_test(test_wide_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
