package dojo.book;

import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Treeprocessor;

/** On paper, marks the first words of chapters and questions for the index, which counts pages. */
final class IndexMarks extends Treeprocessor {

    /** The attribute that holds the marks of a section. */
    static String attribute(String id) {
        return "index-of-" + id;
    }

    @Override
    public Document process(Document document) {
        mark(document, document);
        return document;
    }

    private static void mark(Document document, StructuralNode parent) {
        for (StructuralNode section : parent.getBlocks()) {
            if ("section".equals(section.getContext())) {
                Object marks = section.getId() == null ? null : document.getAttribute(attribute(section.getId()));
                if (marks != null) {
                    section.getBlocks().stream()
                            .filter(block -> "paragraph".equals(block.getContext()))
                            .findFirst()
                            .ifPresent(block -> ((Block) block).setSource(marks + ((Block) block).getSource()));
                }
                mark(document, section);
            }
        }
    }
}
