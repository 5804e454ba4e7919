package dojo.book;

import java.util.Locale;
import org.asciidoctor.ast.ContentNode;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.Section;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Treeprocessor;

/** Gives each section of a question its name as a role, so that a style sheet can tell a trap from an answer. */
final class QuestionRoles extends Treeprocessor {

    @Override
    public Document process(Document document) {
        mark(document);
        return document;
    }

    private static void mark(ContentNode node) {
        if (node instanceof StructuralNode block && block.getBlocks() != null) {
            for (StructuralNode child : block.getBlocks()) {
                if (child instanceof Section section && node.hasRole("question")) {
                    section.addRole(section.getTitle().toLowerCase(Locale.ROOT));
                }
                if (child instanceof Section) {
                    mark(child);
                }
            }
        }
    }
}
