package dojo.c01_reading.e1_find_one;

/** One note. */
public record Note(String owner, String text) {}
