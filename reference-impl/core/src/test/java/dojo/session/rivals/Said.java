package dojo.session.rivals;

/** One message, before any design decides how to store it. */
record Said(String id, boolean byUser, String text) {}
