package dojo.lab.law;

/**
 * A law that answers for settings of tables of which the store is never told, so that even a request that passes no
 * other law must pass it.
 */
public interface AlsoBackstage extends Law {}
