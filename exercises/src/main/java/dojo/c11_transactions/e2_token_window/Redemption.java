package dojo.c11_transactions.e2_token_window;

/**
 * A request to pay for a gift with points; a message in a queue, which may be delivered more than once.
 *
 * @param id given by the app when the customer pressed the button, and the same in every delivery
 */
public record Redemption(String id, String customerId, String gift, int points) {}
