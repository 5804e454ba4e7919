package dojo.workbench.exercise;

/** One thing that an answered exercise asks, and the name of its answer. */
public record Question(String name, String text) {}
