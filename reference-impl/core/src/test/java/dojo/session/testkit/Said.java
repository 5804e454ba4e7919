package dojo.session.testkit;

/** A message of a conversation under test; the user and the assistant take turns. */
public record Said(String id, boolean byUser, String text) {}
