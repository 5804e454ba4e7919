package dojo.lab.capacity;

import java.util.List;

/**
 * One item, or one page, that a request asks for, and everything that has to have capacity for it.
 *
 * @param position its place among those of the request
 */
record Asked(int position, List<Touch> touches) {}
