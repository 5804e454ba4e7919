package dojo.workbench.evidence;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Graded;
import dojo.workbench.check.Verdict;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Results as CI servers read them: a suite for each exercise, a case for each check, the bill as properties.
 *
 * <p>Checks of an exercise that was not started are skipped, not failed. What keeps checks from running at all is an
 * error, in a case of its own. Says nothing of the time of day, so that the same results are the same file.
 */
public final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The whole document. */
    public static String of(List<Checked> results) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXml(xml).document(results);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing into memory failed.", e);
        }
        return text + "\n";
    }

    private void document(List<Checked> results) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        start(0, "testsuites");
        xml.writeAttribute("name", "dynamo-dojo");
        counts(results.stream().map(Cases::of).reduce(Cases.NONE, Cases::plus));
        for (Checked result : results) {
            suite(result);
        }
        end(0);
        xml.writeEndDocument();
    }

    private void suite(Checked result) throws XMLStreamException {
        start(1, "testsuite");
        xml.writeAttribute("name", result.exercise().id());
        counts(Cases.of(result));
        if (result.verdict().isPresent()) {
            graded(result, result.verdict().get());
        }
        if (Cases.isError(result)) {
            start(result, "can be graded");
            problem("error", result.word(), result.message(), result.message());
            end(2);
        }
        if (Cases.notStarted(result)
                && result.verdict().orElseThrow().graded().checks().isEmpty()) {
            start(result, "is started");
            skipped();
            end(2);
        }
        end(1);
    }

    private void graded(Checked result, Verdict verdict) throws XMLStreamException {
        Graded graded = verdict.graded();
        xml.writeAttribute(
                "time", String.format(Locale.ROOT, "%.3f", graded.millis().total() / 1000.0));
        properties(verdict);
        for (CheckResult check : graded.checks()) {
            testcase(result, check);
        }
    }

    private void start(Checked result, String testcase) throws XMLStreamException {
        start(2, "testcase");
        xml.writeAttribute("classname", result.exercise().packageName());
        xml.writeAttribute("name", testcase);
    }

    private void skipped() throws XMLStreamException {
        indent(3);
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", "not started");
    }

    private void counts(Cases cases) throws XMLStreamException {
        xml.writeAttribute("tests", Integer.toString(cases.tests()));
        xml.writeAttribute("failures", Integer.toString(cases.failures()));
        xml.writeAttribute("errors", Integer.toString(cases.errors()));
        xml.writeAttribute("skipped", Integer.toString(cases.skipped()));
    }

    private void properties(Verdict verdict) throws XMLStreamException {
        start(2, "properties");
        property("verdict", verdict.word());
        property("seed", Long.toString(verdict.graded().seed()));
        if (verdict.graded().bill().isPresent()) {
            bill("bill", verdict.graded().bill().get());
        }
        bill("par", verdict.graded().par());
        end(2);
    }

    private void bill(String name, Bill bill) throws XMLStreamException {
        property(name + ".requests", Integer.toString(bill.requests()));
        property(name + ".readUnits", Double.toString(bill.readUnits()));
        property(name + ".writeUnits", Double.toString(bill.writeUnits()));
    }

    private void property(String name, String value) throws XMLStreamException {
        indent(3);
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
    }

    private void testcase(Checked result, CheckResult check) throws XMLStreamException {
        start(result, clean((check.hidden() ? "hidden: " : "") + check.sentence()));
        if (!check.passed() && Cases.notStarted(result)) {
            skipped();
        } else if (!check.passed()) {
            problem("failure", check.byAssertion() ? "assertion" : "exception", check.message(), details(check));
        }
        if (!check.output().isBlank()) {
            start(3, "system-out");
            xml.writeCharacters(clean(check.output()));
            xml.writeEndElement();
        }
        end(2);
    }

    private void problem(String element, String type, String message, String details) throws XMLStreamException {
        start(3, element);
        xml.writeAttribute("type", type);
        xml.writeAttribute("message", clean(message.lines().findFirst().orElse("")));
        xml.writeCharacters(clean(details));
        xml.writeEndElement();
    }

    private static String details(CheckResult check) {
        var text = new StringBuilder(check.message());
        check.where().ifPresent(where -> text.append("\nat ").append(where));
        check.expected().ifPresent(value -> text.append("\nexpected: ").append(value));
        check.actual().ifPresent(value -> text.append("\nactual: ").append(value));
        check.requests().forEach(request -> text.append("\nrequest: ").append(request));
        return text.toString();
    }

    private void start(int depth, String element) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(element);
    }

    private void end(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** XML knows no way to write most control characters, and a submission may print any. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || (c >= 0x20 && c <= 0xD7FF)
                                || (c >= 0xE000 && c <= 0xFFFD)
                                || c >= 0x10000
                        ? c
                        : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
