package dojo.lab.replication;

import static dojo.lab.replication.Sessions.followersLag;

import org.junit.jupiter.api.AfterEach;

/** Sessions in a table whose followers are a hundred milliseconds behind. */
abstract class FollowersScene {

    final Sessions sessions = Sessions.under(followersLag(100));

    @AfterEach
    void close() {
        sessions.close();
    }
}
