package dojo.session.chaos;

/** What goes wrong in a storm, to be counted. */
enum Trouble {
    LOST_ANSWER,
    SERVER_ERROR,
    CONNECTION_LOST,
    THROTTLED,
    TRANSACTION_CONFLICT,
    OVERTAKEN,
    CRASH,
    CLOCK_OFF_BY_SECONDS,
    STALE_READ,
    REDELIVERY
}
