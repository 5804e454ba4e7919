/** Readings of many sensors, in order of time: under one day, or under a sensor and its day. */
@NullMarked
package dojo.exhibits.series;

import org.jspecify.annotations.NullMarked;
