package dojo.c03_reading.e4_batch_leftovers;

import java.util.List;

/** The turns that were found, in the order they were asked for, and the places that nobody has looked at. */
public record Loaded(List<Turn> found, List<Place> unread) {}
