package dojo.lab.transparency;

import java.io.IOException;

/** A way to a DynamoDB, on the level of the wire. Used by one thread at a time. */
interface Door {

    Answer ask(Ask ask) throws IOException;
}
