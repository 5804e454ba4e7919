package dojo.c11_transactions.e1_first_turn_together;

/** One message of a conversation. */
public record Turn(String responseId, String role, String content) {}
