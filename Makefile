# replycode: README.md tells what it is. `make deps` installs what building and testing need; all that is made goes to
# build/, or to a build-*/ of its own where it is built in another way. The library there is what program and tests share.
VERSION = 1.0.0
PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build
ARGS ?=

CC ?= cc
OPTIMIZE ?= -O2
CFLAGS ?= $(OPTIMIZE) -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes
PKG_CONFIG ?= pkg-config
# pkg-config is asked when its answer is first needed, and once: `make deps run` may install it first.
packages = $(shell $(PKG_CONFIG) --$1 $2)
LIB_CFLAGS = $(eval LIB_CFLAGS := $(filter-out -D%,$(call packages,cflags,libcjson ncursesw)))$(LIB_CFLAGS)
# A library whose archive is installed is linked in, because each shared one costs 0.1 ms at every start. SHARED=1 links
# them all shared.
archive = $(if $(SHARED),,$(filter /%,$(shell $(CC) -print-file-name=$(1:-l%=lib%.a))))
archives = $(foreach library,$1,$(or $(if $(filter -l%,$(library)),$(call archive,$(library))),$(library)))
LIB_LIBS = $(eval LIB_LIBS := $(call archives,$(call packages,libs,libcjson ncursesw) -lunistring) $(ICONV))$(LIB_LIBS)
TEST_LIBS = $(eval TEST_LIBS := $(call packages,libs,cmocka vterm))$(TEST_LIBS)
ifeq ($(shell uname),Darwin)
ICONV = -liconv
export PKG_CONFIG_PATH := $(shell brew --prefix ncurses 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
else
AS_NEEDED = -Wl,--as-needed
endif

ALL_CFLAGS = -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -DVERSION='"$(VERSION)"' -Isrc $(WARNINGS) $(WERROR) -MMD -MP \
	$(LIB_CFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(AS_NEEDED) $(LDFLAGS)

ROOMS = base kb explain page cli tui
DATA := $(shell cd data && find . -name '*.json' | sed 's,^\./,,' | LC_ALL=C sort)
SOURCES := $(foreach room,$(ROOMS),$(wildcard src/$(room)/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o) $(BUILD)/embedded.o $(BUILD)/rules_data.o
LIBRARY = $(BUILD)/libreplycode.a
PROGRAM = $(BUILD)/replycode

# Each tests/*/test_*.c is a program on its own, and so is each fuzz target; tests/*/test_*.sh are scripts.
TEST_ROOMS := $(filter-out $(if $(filter tui,$(ROOMS)),,tests/tui tests/support),$(wildcard tests/*))
TEST_SOURCES := $(wildcard $(TEST_ROOMS:%=%/test_*.c))
TEST_SCRIPTS := $(wildcard $(TEST_ROOMS:%=%/test_*.sh))
SUPPORT := $(patsubst %.c,$(BUILD)/%.o,$(wildcard $(filter tests/support,$(TEST_ROOMS))/*.c))
FUZZ_SOURCES := $(wildcard $(TEST_ROOMS:%=%/fuzz_*.c))
TESTS := $(TEST_SOURCES:%.c=$(BUILD)/%)
REPLAYS := $(FUZZ_SOURCES:%.c=$(BUILD)/%)
ALL_SOURCES := $(SOURCES) src/main.c $(wildcard tools/*.c $(TEST_ROOMS:%=%/*.c))
HEADERS := $(wildcard $(ROOMS:%=src/%/*.h) $(TEST_ROOMS:%=%/*.h))

.PHONY: all deps run check update-golden sanitize valgrind lint format coverage fuzz bench accuracy screenshots manual install uninstall clean
all: $(PROGRAM)

# What the other goals of the same call need; everything, where there is no other.
GOALS := $(filter-out deps,$(MAKECMDGOALS))
DEPS ?= build $(if $(GOALS),$(if $(filter-out all run install,$(GOALS)),test) $(if $(filter-out all run install check,$(GOALS)),develop),test develop)
deps:
	@sh tools/deps $(DEPS)

run: all
	@$(PROGRAM) $(ARGS)

$(PROGRAM): $(BUILD)/main.o $(LIBRARY)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

# Nothing is compiled before the installer of the same call has ended.
$(BUILD)/%.o: src/%.c | $(filter deps,$(MAKECMDGOALS))
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/tests/%.o: tests/%.c | $(filter deps,$(MAKECMDGOALS))
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests -c -o $@ $<

# The knowledge base, checked, indexed and turned into C.
$(BUILD)/embed: tools/embed.c src/kb/json.c src/kb/scan.c $(wildcard src/base/*.c) | $(filter deps,$(MAKECMDGOALS))
	@mkdir -p $(@D)
	$(CC) $(filter-out -MMD -MP,$(ALL_CFLAGS)) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS)

$(BUILD)/embedded.c: $(BUILD)/embed $(DATA:%=data/%) data
	$(BUILD)/embed data $(DATA) >$@.new && mv $@.new $@

# The rules that tell the cause of a reply, compiled by the code that compiles those of --data.
$(BUILD)/compile: tools/compile.c $(wildcard src/base/*.c src/kb/*.c) $(wildcard src/kb/*.h) | $(filter deps,$(MAKECMDGOALS))
	@mkdir -p $(@D)
	$(CC) $(filter-out -MMD -MP,$(ALL_CFLAGS)) $(ALL_LDFLAGS) -o $@ $(filter %.c,$^) $(LIB_LIBS)

$(BUILD)/rules_data.c: $(BUILD)/compile $(wildcard data/smtp/words.json data/smtp/causes.json data/smtp/replies.json)
	$(BUILD)/compile data smtp >$@.new && mv $@.new $@

$(BUILD)/embedded.o $(BUILD)/rules_data.o: %.o: %.c
	$(CC) -std=c11 -Isrc $(CFLAGS) -w -c -o $@ $<

$(TESTS): %: %.o $(SUPPORT) $(LIBRARY)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(TEST_LIBS) $(LIB_LIBS)

# A fuzz target with a main that hands it files: what the fuzzers found is tried again in every check.
$(REPLAYS): %: %.o $(if $(FUZZER),,$(BUILD)/tests/fuzz/replay.o) $(LIBRARY)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) $(FUZZER) -o $@ $^ $(LIB_LIBS)

check: $(PROGRAM) $(TESTS) $(REPLAYS) $(BUILD)/tools/screenshots $(BUILD)/tools/manual
	@REPLYCODE=$(abspath $(PROGRAM)) BUILD=$(BUILD) MAKE='$(MAKE)' tests/run $(TESTS) $(TEST_SCRIPTS)

# All that tests compare with, made anew: look at the difference before it is kept.
update-golden: $(PROGRAM) $(BUILD)/tests/tui/test_screens manual screenshots
	@REPLYCODE=$(abspath $(PROGRAM)) tests/cli/test_golden.sh --update
	@REPLYCODE=$(abspath $(PROGRAM)) tests/cli/test_readme.sh --update
	@UPDATE=1 $(BUILD)/tests/tui/test_screens >/dev/null 2>&1

# Every allocation stands alone here, so that no overrun lands in a neighbour.
SANITIZE = -O1 -g -DARENA_CHUNK=16 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
sanitize:
	@for cc in gcc clang; do echo "== AddressSanitizer, UBSan and leak check: $$cc"; \
		$(MAKE) -s check BUILD=build-sanitize-$$cc CC=$$cc WERROR=-Werror CFLAGS='$(SANITIZE)' TEST_SPARSE=1 || exit 1; done

valgrind:
	@echo '== valgrind'
	@$(MAKE) -s check BUILD=build-valgrind CFLAGS='-O1 -g -DARENA_CHUNK=16' TEST_SPARSE=1 \
		TEST_WRAP='valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible --errors-for-leak-kinds=definite,indirect,possible'

coverage:
	@$(MAKE) -s check BUILD=build-coverage CC=gcc CFLAGS='-O0 -g --coverage'
	@gcovr -r . --filter src/ --gcov-ignore-parse-errors --fail-under-line 90 --print-summary build-coverage

lint:
	@for cc in gcc clang; do echo "== $$cc -Werror"; \
		$(MAKE) -s all tests-built BUILD=build-lint-$$cc CC=$$cc WERROR=-Werror CFLAGS=-O2 || exit 1; done
	@echo '== clang-format'; clang-format --dry-run -Werror $(ALL_SOURCES) $(HEADERS)
	@echo '== clang-tidy'; echo $(ALL_SOURCES) | xargs -n 6 -P 2 sh -c 'clang-tidy --quiet "$$@" -- $(subst ','\'',$(filter-out -MMD -MP,$(ALL_CFLAGS))) -Itests 2>&1 | grep -v "warnings\? generated\|^Suppressed\|^Use -header-filter"; test $$? = 1' tidy
	@echo '== cppcheck'; cppcheck --quiet --std=c11 --enable=warning,style,performance,portability --inline-suppr \
		--suppressions-list=tests/cppcheck.txt --error-exitcode=1 -Isrc -Itests -DVERSION='""' $(SOURCES) src/main.c tools
	@echo '== shellcheck'; shellcheck tools/deps tests/run $(TEST_SCRIPTS) $(wildcard tests/*/*.sh tools/*.sh .ci/run)
	@echo '== mandoc'; for page in $(wildcard doc/*.1); do mandoc -Tlint -Wwarning $$page || exit 1; done

format:
	clang-format -i $(ALL_SOURCES) $(HEADERS)

# For `make lint`: all that `make check` would run, built and not run.
.PHONY: tests-built
tests-built: $(TESTS) $(REPLAYS)

FUZZ_TIME ?= 60
FUZZ_EVENTS ?= 100000
fuzz:
	@$(MAKE) -s fuzzers-run BUILD=build-fuzz CC=clang FUZZER=-fsanitize=fuzzer \
		CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all'
.PHONY: fuzzers-run
fuzzers-run: $(REPLAYS) $(BUILD)/tests/tui/test_random
	@FUZZ_TIME=$(FUZZ_TIME) tests/fuzz/run $(REPLAYS)
	@EVENTS=$(FUZZ_EVENTS) $(BUILD)/tests/tui/test_random

bench: $(PROGRAM) $(BUILD)/tests/bench/latency
	@for bench in tests/bench/*.sh; do REPLYCODE=$(abspath $(PROGRAM)) BUILD=$(BUILD) "$$bench" || exit 1; done

# Programs of their own, linked as the tests are.
EXTRAS = $(BUILD)/tests/accuracy/accuracy $(BUILD)/tests/bench/latency $(BUILD)/tools/screenshots $(BUILD)/tools/manual
$(BUILD)/tools/%.o: tools/%.c | $(filter deps,$(MAKECMDGOALS))
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests -c -o $@ $<
$(EXTRAS): %: %.o $(SUPPORT) $(LIBRARY)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(TEST_LIBS) $(LIB_LIBS)
accuracy: $(BUILD)/tests/accuracy/accuracy
	@$< $(ARGS)
screenshots: $(BUILD)/tools/screenshots $(PROGRAM)
	@REPLYCODE=$(abspath $(PROGRAM)) $< doc
manual: $(BUILD)/tools/manual
	@set -e; for page in en:doc/replycode.1 fr:doc/replycode.fr.1; do \
		$< $${page%%:*} $${page#*:} >$(BUILD)/manual.new && cat $(BUILD)/manual.new >$${page#*:}; done

INSTALLED = LICENSE:share/doc/replycode/LICENSE doc/replycode.1:share/man/man1/replycode.1 \
	doc/replycode.fr.1:share/man/fr/man1/replycode.1 contrib/replycode.bash:share/bash-completion/completions/replycode \
	contrib/replycode.zsh:share/zsh/site-functions/_replycode contrib/replycode.fish:share/fish/vendor_completions.d/replycode.fish
install: all
	@mkdir -p '$(DESTDIR)$(PREFIX)/bin'
	install -m 755 $(PROGRAM) '$(DESTDIR)$(PREFIX)/bin/replycode'
	@set -e; for pair in $(INSTALLED); do to='$(DESTDIR)$(PREFIX)'/$${pair#*:}; mkdir -p "$${to%/*}"; \
		install -m 644 "$${pair%%:*}" "$$to"; echo "install $$to"; done

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/replycode'
	@for pair in $(INSTALLED); do rm -f '$(DESTDIR)$(PREFIX)'/$${pair#*:}; echo "rm $${pair#*:}"; done
	@rmdir '$(DESTDIR)$(PREFIX)/share/doc/replycode' 2>/dev/null || true

clean:
	rm -rf build build-*

-include $(OBJECTS:.o=.d) $(BUILD)/main.d $(TESTS:=.d) $(REPLAYS:=.d) $(SUPPORT:.o=.d) $(EXTRAS:=.d)
