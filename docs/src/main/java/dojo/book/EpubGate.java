package dojo.book;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges the e-book by the rules of its format, which readers of e-books are strict about: by EPUBCheck. */
final class EpubGate {

    private static final Set<Severity> REFUSED = EnumSet.of(Severity.FATAL, Severity.ERROR, Severity.WARNING);

    private EpubGate() {}

    static List<Problem> judge(Path epub) {
        var report = new Report(epub);
        report.setLocale(Locale.ENGLISH);
        new EpubCheck(epub.toFile(), report).doValidate();
        return report.problems;
    }

    /** Keeps what a reader's program would stumble over; advice on style is not asked for. */
    private static final class Report extends MasterReport {

        private final Path epub;
        private final List<Problem> problems = new ArrayList<>();

        Report(Path epub) {
            this.epub = epub;
        }

        @Override
        public void message(Message message, EPUBLocation location, Object... arguments) {
            if (REFUSED.contains(message.getSeverity())) {
                String where = "%s!/%s:%d".formatted(epub, location.getPath(), Math.max(location.getLine(), 0));
                String what =
                        "%s %s: %s".formatted(message.getSeverity(), message.getID(), message.getMessage(arguments));
                problems.add(new Problem(where, what, "look the number up in the list of EPUBCheck's messages"));
            }
        }

        @Override
        public void info(String resource, FeatureEnum feature, String value) {
            // Which features the book uses is nobody's question.
        }

        @Override
        public int generate() {
            return 0;
        }

        @Override
        public void initialize() {
            // Nothing to open.
        }
    }
}
