package dojo.workbench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Graded;
import dojo.workbench.check.Millis;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    private static final Catalogue CATALOGUE = Catalogue.read(resource("/fixture-catalogue"));
    private static final Exercise ONE = CATALOGUE.find("find_one").orElseThrow();
    private static final Exercise OTHER = CATALOGUE.find("count_words").orElseThrow();

    private static Path resource(String name) {
        try {
            return Path.of(JUnitXmlTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CheckResult check(String name, boolean passed, boolean hidden, String message, String output) {
        return new CheckResult(
                name,
                passed,
                hidden,
                true,
                message,
                Optional.of("exercises/Notes.java:7"),
                Optional.of("<7>"),
                Optional.of("3 & 4"),
                Bill.ZERO,
                false,
                List.of("Scan notes -> 9 items, 1 RU (Notes.java:7)"),
                List.of(),
                List.of(),
                output);
    }

    private static Graded graded(CheckResult... checks) {
        return new Graded(
                "find_one", List.of(checks), Optional.of(new Bill(1, 0.5, 0)), ONE.par(), new Millis(41, 97, 1152), 1);
    }

    private static Document parsed(List<Checked> results) throws Exception {
        String xml = JUnitXml.of(results);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(resource("/junit-xml.xsd").toFile()))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static Element only(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        assertThat(found.getLength()).as(name).isEqualTo(1);
        return (Element) found.item(0);
    }

    @Test
    void a_suite_for_each_exercise_a_case_for_each_check_and_the_bill_as_properties() throws Exception {
        CheckResult failed = check("finds_two", false, true, "There should be two.\nThere are none.", "");
        Document xml = parsed(List.of(
                Checked.of(ONE, new Verdict.Fails(graded(check("finds_one", true, false, "", ""), failed), failed)),
                Checked.of(OTHER, new Verdict.Passes(graded(check("counts", true, false, "", ""))))));

        Element all = xml.getDocumentElement();
        assertThat(all.getAttribute("tests")).isEqualTo("3");
        assertThat(all.getAttribute("failures")).isEqualTo("1");
        assertThat(((Element) xml.getElementsByTagName("testsuite").item(0)).getAttribute("name"))
                .isEqualTo("find_one");
        assertThat(((Element) xml.getElementsByTagName("testcase").item(1)).getAttribute("name"))
                .isEqualTo("hidden: finds two");
        assertThat(only(xml, "failure").getAttribute("message")).isEqualTo("There should be two.");
        assertThat(only(xml, "failure").getTextContent())
                .contains("at exercises/Notes.java:7", "expected: <7>", "actual: 3 & 4", "request: Scan");
        assertThat(((Element) xml.getElementsByTagName("property").item(3)).getAttribute("name"))
                .isEqualTo("bill.readUnits");
    }

    @Test
    void what_was_not_started_is_skipped_with_or_without_checks() throws Exception {
        CheckResult failed = check("finds_two", false, false, "None.", "");
        Document xml = parsed(List.of(
                Checked.of(ONE, new Verdict.NotStarted(graded(failed), Optional.of(failed), "")),
                Checked.of(OTHER, new Verdict.NotStarted(graded(), Optional.empty(), "Nothing was answered."))));

        assertThat(xml.getDocumentElement().getAttribute("skipped")).isEqualTo("2");
        assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("0");
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(2);
    }

    @Test
    void what_kept_the_checks_from_running_is_an_error() throws Exception {
        Document xml = parsed(List.of(
                Checked.of(
                        ONE,
                        new Verdict.TimedOut(
                                graded(check("finds_one", true, false, "", "")),
                                Duration.ofSeconds(10),
                                Optional.empty(),
                                "",
                                "It was still running.")),
                Checked.not(OTHER, "The endpoint is down.")));

        assertThat(xml.getDocumentElement().getAttribute("errors")).isEqualTo("2");
        assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("3");
        assertThat(((Element) xml.getElementsByTagName("error").item(0)).getAttribute("type"))
                .isEqualTo("timed_out");
    }

    @Test
    void whatever_a_submission_prints_is_xml() throws Exception {
        CheckResult loud = check("a", false, false, "\u0000 ]]> <b> \uD800", "\u0007\uFFFF<script>&\r\n");

        assertThat(only(parsed(List.of(Checked.of(ONE, new Verdict.Fails(graded(loud), loud)))), "system-out")
                        .getTextContent())
                .contains("<script>&");
    }

    @Test
    void nothing_checked_is_a_document_too() throws Exception {
        assertThat(parsed(List.of()).getDocumentElement().getAttribute("tests")).isEqualTo("0");
    }
}
