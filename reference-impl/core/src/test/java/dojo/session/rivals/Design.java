package dojo.session.rivals;

import dojo.session.dynamo.SessionTable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** The designs that are compared, ours first. */
enum Design {
    OURS("position as the lock (ours)", Keeps.ALL),
    TIMESTAMP_ITEMS("timestamp items", Keeps.ALL),
    SOURCE_DOCUMENT("the source document's", Keeps.ALL),
    TRANSACTION_WITH_MARKER("transaction with marker", Keeps.ALL),
    TRANSACTION_WITH_COUNTER("transaction with counter", Keeps.ALL),
    ONE_WINDOWED_ITEM("one item per session, windowed", Keeps.A_WINDOW),
    ONE_GROWING_ITEM("one item per session, whole", Keeps.ALL),
    DELETE_AND_REINSERT("delete and reinsert a window", Keeps.A_WINDOW);

    /** What is still stored once the window has moved on. */
    enum Keeps {
        ALL,
        A_WINDOW
    }

    private final String title;
    private final Keeps keeps;

    Design(String title, Keeps keeps) {
        this.title = title;
        this.keeps = keeps;
    }

    String title() {
        return title;
    }

    Keeps keeps() {
        return keeps;
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
