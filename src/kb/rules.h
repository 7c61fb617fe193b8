/* What tells the cause of a reply: the fragments of words.json and replies.json, compiled into flat tables. The build
 * compiles them once (tools/compile.c); with --data they are compiled at run time. doc/words.md describes the files. */
#ifndef REPLYCODE_KB_RULES_H
#define REPLYCODE_KB_RULES_H

#include "base/status.h"
#include "kb/source.h"
#include "kb/trie.h"

#include <stdbool.h>
#include <string.h>

/* A fragment that occurs in a text counts for a rule, for a part of a rule, or as a sign of something else. A use is
 * what it counts for: the kind in the upper four bits, a number below. */
enum use_kind {
	USE_RULE = 1,         /* a rule of one fragment */
	USE_FIRST = 2,        /* the first part of a rule of several: its slot */
	USE_NEXT = 6,         /* a further part: its slot */
	USE_UNLESS = 3,       /* a rule of one fragment that does not hold then */
	USE_UNLESS_CHAIN = 4, /* the same for a rule of several */
	USE_SIGN = 5,
};

enum { USE_SHIFT = 28, USE_MASK = (1 << USE_SHIFT) - 1 };

/* Signs: what the text says of time, the stages of the session, then the blocklists. */
enum { SIGN_LATER, SIGN_FINAL, SIGN_KEPT, SIGN_RETURNED, SIGN_STAGES };

enum {
	CODE_ANY = 0xFFFF,     /* the last number of an enhanced code in rules.enhanced: any */
	RULE_CAUSES_MAX = 128, /* causes of a knowledge base */
	RULE_PARTS_MAX = 4,
	RULE_RANK_MAX = 99,
};

/* A rule of one fragment, or a chain: a rule of several, which follow one another. */
struct rule {
	uint8_t cause; /* its number in causes.json */
	uint8_t rank;  /* 1 to RULE_RANK_MAX: the higher decides */
	uint8_t gap;   /* of a chain: how many characters may lie between two parts */
	uint8_t parts; /* of a chain: how many */
};

/* The fragments of known provider replies, as they are written but for case, accents and blanks (rules_plain()). One
 * that starts with a letter or digit starts at the start of a word. */
struct known {
	struct u32s starts; /* bits, by known_hash() of the start of a fragment: whether one starts so */
	struct trie plain;
	struct u32s replies_at, replies; /* by fragment: the replies that need it */
	struct u32s needs;               /* by reply: how many fragments << 16 | bytes of them all */
	struct u32s codes_at, codes;     /* by reply: the packed codes of which it must carry one; none: any */
};

/* All numbers that are packed have the first field in the lowest bits. */
struct rules {
	struct trie ignored;       /* words that say nothing */
	struct trie words;         /* fragments in normal form */
	struct u32s uses_at, uses; /* by fragment: where its uses start; the uses */
	struct u32s rules;         /* packed struct rule */
	struct u32s chains;
	struct u32s slot_first;  /* by chain: the slot of its first part; chains with the same first part share it */
	struct u32s slot_next;   /* by chain: the slot of its second part; those of further parts follow it */
	struct u32s slot_before; /* by slot: the slot of the part before it; of a first part: itself */
	struct u32s slot_ends;   /* by slot: of a last part, its chain + 1; else 0 */
	struct u32s inner;       /* bits, by inner_hash() of its start: whether a fragment may start inside a word so */
	struct u32s enhanced;    /* ascending by code: see rules_enhanced() */
	struct u32s codes;
	struct u32s expected; /* code << 8 | cause: what the words usually say beside a code */
	struct u32s stages;   /* stage << 16 | cause << 8 | the cause that it is in that stage */
	struct u32s counts;   /* signs, stages, the number of "undetermined", "accepted", "network", "expired", "policy" */
	struct known known;
};

/* How many bytes of a fragment are its start: of one that is long enough KNOWN_LONG, of all others KNOWN_SHORT. */
enum { KNOWN_SHORT = 4, KNOWN_LONG = 8, KNOWN_BITS = 15 };

/* Of the start of n bytes, KNOWN_SHORT or KNOWN_LONG. In the header because every word of a reply passes through it. */
static inline uint32_t known_hash(const char *s, size_t n)
{
	uint64_t start = 0;

	memcpy(&start, s, n);
	return (uint32_t)((start + n) * 0x9E3779B97F4A7C15U >> (64 - KNOWN_BITS)); /* Knuth's: the golden ratio of 2^64 */
}

enum { INNER_START = 3 /* bytes */, INNER_BITS = 13 };

static inline uint32_t inner_hash(const char *s)
{
	uint32_t start = (uint32_t)(uint8_t)s[0] | (uint32_t)(uint8_t)s[1] << 8 | (uint32_t)(uint8_t)s[2] << 16;

	return (uint32_t)(start * 0x9E3779B1U) >> (32 - INNER_BITS);
}

/* Places in rules.counts. */
enum {
	COUNT_SIGNS,
	COUNT_STAGES,
	CAUSE_UNDETERMINED,
	CAUSE_ACCEPTED,
	CAUSE_NETWORK,
	CAUSE_EXPIRED,
	CAUSE_POLICY,
	COUNTS
};

/* Each table of struct rules, a struct u32s, for whoever writes them out: its name and where it stands. */
struct rules_table {
	const char *name;
	size_t offset;
};

extern const struct rules_table rules_tables[];
extern const size_t rules_table_count;

/* The rules of data/smtp, as the build compiled them (tools/compile.c). */
extern const struct rules embedded_rules;

/* The rules of a protocol: those that the build compiled where source is built in, else compiled now. A file that is not
 * there, unknown causes and groups, and fragments of which nothing is left are errors. Owned by the arena. */
enum status rules_open(struct arena *arena, struct source *source, const char *protocol, const struct rules **rules,
                       struct error *error);

/* Compiles words.json; then replies.json, of which the causes must be among those of causes. Owned by the arena. */
enum status rules_compile_words(struct arena *arena, const struct json_file *words, const struct json_file *causes,
                                struct rules *rules, struct error *error);
enum status rules_compile_known(struct arena *arena, const struct json_file *replies, const char *const *causes,
                                struct known *known, struct error *error);

/* A code packed into a number: 550, or 5.7.26; 0 for what is neither. "5xx" is 5, "X.7.1" has class 0 and "X.7.*" the
 * detail CODE_ANY. */
uint32_t rules_pack(const char *code);

/* What a code alone tells: cause and rank. False when it tells nothing. */
bool rules_code(const struct rules *rules, uint32_t packed, struct rule *rule);

struct rule rules_unpack(uint32_t packed);

/* Copies the n bytes at s in plain letters with blanks folded, as fragments of known replies are compared. Owned by the
 * arena; KNOWN_LONG zero bytes follow it; stores the length. */
char *rules_plain(struct arena *arena, const char *s, size_t n, size_t *size);

#endif
