package dojo.workbench.workspace;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A POM of the lab that stands alone, made of the checkout's.
 *
 * <p>Maven heeds the managed versions and exclusions of the project being built, not those of its dependencies. So this POM
 * carries the checkout's, and a workspace imports it as well as depending on it.
 */
final class LabPom {
    private static final String SPACE = "http://maven.apache.org/POM/4.0.0";

    private final Document parent;
    private final Document lab;

    private LabPom(Document parent, Document lab) {
        this.parent = parent;
        this.lab = lab;
    }

    static LabPom of(Path checkout) throws IOException {
        return new LabPom(parse(checkout.resolve("pom.xml")), parse(checkout.resolve("lab/pom.xml")));
    }

    /** The version that the checkout gives a plugin. */
    String plugin(String name) throws IOException {
        return elements(parent.getDocumentElement(), "plugin")
                .filter(plugin -> text(plugin, "artifactId").equals(name))
                .map(plugin -> text(plugin, "version"))
                .findFirst()
                .orElseThrow(() -> new IOException("the checkout's pom.xml names no version of " + name));
    }

    String projectVersion() {
        return text(parent.getDocumentElement(), "version");
    }

    /** The text, for a version of the caller's. */
    String text(String version) throws IOException {
        try {
            Document pom = builder().newDocument();
            Element project = pom.createElementNS(SPACE, "project");
            pom.appendChild(project);
            add(project, "modelVersion", "4.0.0");
            add(project, "groupId", "dojo");
            add(project, "artifactId", "dojo-lab");
            add(project, "version", version);
            project.appendChild(pom.importNode(child(parent, "properties"), true));
            project.appendChild(pom.importNode(child(parent, "dependencyManagement"), true));
            project.appendChild(pom.importNode(child(lab, "dependencies"), true));
            // The checkout's own modules are not on any server; tests stay at home.
            elements(project, "dependency")
                    .filter(one -> text(one, "groupId").equals("dojo")
                            || text(one, "scope").equals("test"))
                    .toList()
                    .forEach(one -> one.getParentNode().removeChild(one));
            StringWriter text = new StringWriter();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(pom), new StreamResult(text));
            return text.toString();
        } catch (ParserConfigurationException | TransformerException e) {
            throw new IOException("the lab's POM cannot be written: " + e.getMessage(), e);
        }
    }

    private static void add(Element project, String name, String text) {
        Element element = project.getOwnerDocument().createElementNS(SPACE, name);
        element.setTextContent(text);
        project.appendChild(element);
    }

    private static Element child(Document document, String name) throws IOException {
        return children(document.getDocumentElement())
                .filter(element -> element.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("a pom.xml of the checkout has no " + name));
    }

    private static String text(Element element, String name) {
        return child(element, name).map(found -> found.getTextContent().strip()).orElse("");
    }

    private static Optional<Element> child(Element element, String name) {
        return children(element)
                .filter(found -> found.getTagName().equals(name))
                .findFirst();
    }

    private static Stream<Element> children(Element element) {
        return elements(element, "*").filter(found -> element.equals(found.getParentNode()));
    }

    private static Stream<Element> elements(Element element, String name) {
        var found = element.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static Document parse(Path file) throws IOException {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return builder().parse(new InputSource(new StringReader(text)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static javax.xml.parsers.DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder();
    }
}
