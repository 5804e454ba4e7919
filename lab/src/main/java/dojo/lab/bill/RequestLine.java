package dojo.lab.bill;

import java.util.Optional;

/**
 * One request as it stands on the bill.
 *
 * @param operation the API's name of the operation, such as {@code Query}
 * @param subject what was asked of which table and what came of it, in one short clause
 * @param readUnits read units charged
 * @param writeUnits write units charged
 * @param error the name of the exception, if the request was refused; refused requests may cost units too
 * @param asker who made it, if {@link Meter#askedBy somebody finds that out}
 */
public record RequestLine(
        String operation,
        String subject,
        double readUnits,
        double writeUnits,
        Optional<String> error,
        Optional<String> asker) {

    RequestLine(String operation, String subject, double readUnits, double writeUnits, Optional<String> error) {
        this(operation, subject, readUnits, writeUnits, error, Optional.empty());
    }

    @Override
    public String toString() {
        String refusal = error.map(name -> " -> " + name).orElse("");
        return operation + " " + subject + refusal + ", " + units();
    }

    private String units() {
        if (readUnits == 0 && writeUnits == 0) {
            return "no units";
        }
        String reads = readUnits == 0 ? "" : Units.text(readUnits) + " RU";
        String writes = writeUnits == 0 ? "" : Units.text(writeUnits) + " WU";
        return reads + (reads.isEmpty() || writes.isEmpty() ? "" : " + ") + writes;
    }
}
