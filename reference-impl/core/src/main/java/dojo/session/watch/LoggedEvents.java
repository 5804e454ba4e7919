package dojo.session.watch;

import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Events as structured lines of a log, with key-value pairs of SLF4J 2.
 *
 * <p>Requests at TRACE, operations at DEBUG, failed ones and changes of the breaker at WARN. The SDK logs by itself, and
 * at DEBUG and TRACE of {@code software.amazon.awssdk.request} and {@code org.apache.hc.client5.http.wire} it logs
 * requests with all that was said in them: leave these at INFO. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/logging-slf4j.html">AWS: logging of the
 *     SDK</a>
 */
public final class LoggedEvents implements Event.Listener {
    private final Logger logger;

    private LoggedEvents(Logger logger) {
        this.logger = logger;
    }

    public static LoggedEvents to(Logger logger) {
        return new LoggedEvents(logger);
    }

    @Override
    public void happened(Event event) {
        if (event instanceof Event.Requested request) {
            logger.atTrace()
                    .addKeyValue("operation", request.operation())
                    .addKeyValue("request", request.request())
                    .addKeyValue("outcome", request.outcome().word())
                    .addKeyValue("ms", request.took().toMillis())
                    .log("session request");
        } else if (event instanceof Event.Ended ended) {
            logger.atLevel(ended.outcome() == Outcome.OK ? Level.DEBUG : Level.WARN)
                    .addKeyValue("operation", ended.operation())
                    .addKeyValue("answer", ended.answer())
                    .addKeyValue("outcome", ended.outcome().word())
                    .addKeyValue("failure", ended.failure())
                    .addKeyValue("ms", ended.took().toMillis())
                    .addKeyValue("requests", ended.bill().requests())
                    .addKeyValue("readUnits", ended.bill().readUnits())
                    .addKeyValue("writeUnits", ended.bill().writeUnits())
                    .addKeyValue("atLeast", ended.bill().atLeast())
                    .log("session operation");
        } else if (event instanceof Event.BreakerTurned turned) {
            logger.atWarn()
                    .addKeyValue("from", turned.from())
                    .addKeyValue("to", turned.to())
                    .log("session breaker");
        }
    }
}
