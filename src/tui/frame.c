#include "tui/frame.h"

enum {
	TWO_PANES_MIN = 72, /* below, a page beside the list would be too narrow to read */
	LIST_MIN = 30,
	LIST_MAX = 44,
	HEADER_MIN = 8, /* rows of a terminal that can spare one for the header */
};

static int keep_between(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

struct frame frame_make(int width, int height)
{
	struct frame frame = {.fits = width >= FRAME_WIDTH_MIN && height >= FRAME_HEIGHT_MIN};

	frame.header = height >= HEADER_MIN;
	frame.two_panes = width >= TWO_PANES_MIN;
	frame.footer = height - 1;
	frame.body = (struct rect){.y = frame.header, .width = width, .height = height - 1 - frame.header};
	frame.list = frame.page = frame.body;
	frame.page.width = width - 1;
	if (frame.two_panes) {
		frame.list.width = keep_between(width * 2 / 5, LIST_MIN, LIST_MAX);
		frame.separator = frame.list.width;
		frame.page.x = frame.separator + 2;
		frame.page.width = width - frame.page.x - 1;
	}
	return frame;
}

struct rect frame_window(const struct frame *frame, int width, int height)
{
	const struct rect *body = &frame->body;
	/* A border takes a column at each side and a row above and below, where there is room for it. */
	int border_x = body->width >= 30 ? 2 : 0;
	int border_y = body->height >= 10 ? 1 : 0;
	struct rect window;

	window.width = keep_between(width, 1, body->width - 2 * border_x);
	window.height = keep_between(height, 1, body->height - 2 * border_y);
	window.x = body->x + (body->width - window.width) / 2;
	window.y = body->y + (body->height - window.height) / 2;
	return window;
}
