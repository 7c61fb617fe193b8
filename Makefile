# replycode: see README.md. Objects go to build/; the library there is what the program and the tests share.
VERSION = 1.0.0
PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build
ARGS ?=

CC ?= cc
OPTIMIZE ?= -O2
CFLAGS ?= $(OPTIMIZE) -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes
PACKAGES = libcjson ncursesw
PKG_CONFIG ?= pkg-config
LIB_CFLAGS := $(filter-out -D%,$(shell $(PKG_CONFIG) --cflags $(PACKAGES) 2>/dev/null))
LIB_LIBS := $(shell $(PKG_CONFIG) --libs $(PACKAGES) 2>/dev/null) -lunistring

ALL_CFLAGS = -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -DVERSION='"$(VERSION)"' -Isrc $(WARNINGS) $(WERROR) -MMD -MP \
	$(LIB_CFLAGS) $(CFLAGS)
ALL_LDFLAGS = -Wl,--as-needed $(LDFLAGS)

DATA := $(shell cd data && find . -name '*.json' | sed 's,^\./,,' | LC_ALL=C sort)
ROOMS = base kb explain page cli tui
SOURCES := $(foreach room,$(ROOMS),$(wildcard src/$(room)/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/%.o) $(BUILD)/embedded.o
LIBRARY = $(BUILD)/libreplycode.a
PROGRAM = $(BUILD)/replycode

.PHONY: all run clean
all: $(PROGRAM)

run: all
	@$(PROGRAM) $(ARGS)

$(PROGRAM): $(BUILD)/main.o $(LIBRARY)
	$(CC) $(CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# The knowledge base, checked, indexed and turned into C.
$(BUILD)/embed: tools/embed.c src/kb/json.c $(wildcard src/base/*.c)
	@mkdir -p $(@D)
	$(CC) $(filter-out -MMD -MP,$(ALL_CFLAGS)) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS)

$(BUILD)/embedded.c: $(BUILD)/embed $(DATA:%=data/%) data
	$(BUILD)/embed data $(DATA) >$@.new && mv $@.new $@

$(BUILD)/embedded.o: $(BUILD)/embedded.c
	$(CC) -std=c11 -Isrc $(CFLAGS) -w -c -o $@ $<

clean:
	rm -rf build build-*

-include $(OBJECTS:.o=.d) $(BUILD)/main.d
