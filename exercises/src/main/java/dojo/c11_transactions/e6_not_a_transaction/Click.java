package dojo.c11_transactions.e6_not_a_transaction;

/** A customer has opened the page of a product; whoever counts clicks counts each id once. */
public record Click(String id, String sku) {}
