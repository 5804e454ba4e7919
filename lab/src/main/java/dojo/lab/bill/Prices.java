package dojo.lab.bill;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;

/**
 * What request units cost on demand, as of a date; kept in one file, {@code prices.properties} beside this class.
 *
 * @param millionWriteUnits US dollars
 * @param millionReadUnits US dollars
 * @see <a href="https://aws.amazon.com/dynamodb/pricing/on-demand/">DynamoDB pricing, on-demand capacity</a>
 */
public record Prices(
        LocalDate asOf,
        String region,
        String tableClass,
        double millionWriteUnits,
        double millionReadUnits,
        String source) {

    private static final String FILE = "prices.properties";

    /** The prices in the file. */
    public static Prices onDemand() {
        Properties file = new Properties();
        try (InputStream in = Prices.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + Prices.class + ": build the lab again.");
            }
            file.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read: " + e.getMessage() + "; build the lab again.", e);
        }
        return new Prices(
                LocalDate.parse(value(file, "as-of")),
                value(file, "region"),
                value(file, "table-class"),
                Double.parseDouble(value(file, "million-write-units")),
                Double.parseDouble(value(file, "million-read-units")),
                value(file, "source"));
    }

    private static String value(Properties file, String key) {
        String value = file.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(FILE + " does not say " + key + ": add the line.");
        }
        return value;
    }

    /** What so many million units of each kind cost together, in US dollars. */
    public double ofMillions(double writeUnits, double readUnits) {
        return writeUnits * millionWriteUnits + readUnits * millionReadUnits;
    }

    /** What the bill costs, in US dollars. */
    public double of(Bill bill) {
        return ofMillions(bill.writeUnits() / 1e6, bill.readUnits() / 1e6);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "$%s a million write units, $%s a million read units (on demand, %s, %s, as of %s, %s)",
                millionWriteUnits,
                millionReadUnits,
                region,
                tableClass,
                asOf,
                source);
    }
}
