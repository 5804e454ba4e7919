package dojo.session.rivals;

import dojo.session.dynamo.SessionTable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** The designs that are compared, ours first. */
enum Design {
    OURS("position as the lock (ours)", Keeps.ALL, 0),
    TIMESTAMP_ITEMS("timestamp items", Keeps.ALL, 0),
    SOURCE_DOCUMENT("the source document's", Keeps.ALL, 0),
    TRANSACTION_WITH_MARKER("transaction with marker", Keeps.ALL, 0),
    TRANSACTION_WITH_COUNTER("transaction with counter", Keeps.ALL, 0),
    ONE_WINDOWED_ITEM("one item per session, windowed", Keeps.A_WINDOW, 10),
    ONE_GROWING_ITEM("one item per session, whole", Keeps.ALL, 0),
    DELETE_AND_REINSERT("delete and reinsert a window", Keeps.A_WINDOW, 20);

    /** What is still stored once the window has moved on. */
    enum Keeps {
        ALL,
        A_WINDOW
    }

    private final String title;
    private final Keeps keeps;
    private final int atLeastTimesOurs;

    Design(String title, Keeps keeps, int atLeastTimesOurs) {
        this.title = title;
        this.keeps = keeps;
        this.atLeastTimesOurs = atLeastTimesOurs;
    }

    String title() {
        return title;
    }

    Keeps keeps() {
        return keeps;
    }

    /** How many times our money it takes, as we promise; 0 where nothing is promised. */
    int atLeastTimesOurs() {
        return atLeastTimesOurs;
    }

    /** Our table suits them all, but for what the index of the source document has to show. */
    CreateTableRequest table(String name) {
        return this == SOURCE_DOCUMENT ? SourceDocument.table(name) : SessionTable.definition(name);
    }

    /** A new conversation at this place. */
    Rival open(Place place) {
        return switch (this) {
            case OURS -> new Ours(place);
            case TIMESTAMP_ITEMS -> new TimestampItems(place);
            case SOURCE_DOCUMENT -> new SourceDocument(place);
            case TRANSACTION_WITH_MARKER -> new TransactionWithMarker(place);
            case TRANSACTION_WITH_COUNTER -> new TransactionWithCounter(place);
            case ONE_WINDOWED_ITEM -> new OneWindowedItem(place);
            case ONE_GROWING_ITEM -> new OneGrowingItem(place);
            case DELETE_AND_REINSERT -> new DeleteAndReinsert(place);
        };
    }
}
