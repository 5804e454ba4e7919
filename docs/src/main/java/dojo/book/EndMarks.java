package dojo.book;

import java.util.List;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.ListItem;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Treeprocessor;

/** On paper, a chapter's closing mark ends its last line: as a line of its own it may be alone on a page. */
final class EndMarks extends Treeprocessor {

    private static final String ROLE = "end-of-chapter";

    @Override
    public Document process(Document document) {
        if (document.isAttribute("backend", Format.PDF.backend())) {
            close(document);
        }
        return document;
    }

    private static void close(StructuralNode parent) {
        List<StructuralNode> blocks = parent.getBlocks();
        for (int i = blocks.size() - 1; i > 0; i--) {
            if (blocks.get(i).hasRole(ROLE) && append(blocks.get(i - 1), ((Block) blocks.get(i)).getSource())) {
                blocks.remove(i);
            }
        }
        blocks.stream().filter(block -> "section".equals(block.getContext())).forEach(EndMarks::close);
    }

    /** Only text can take the mark in; below a table or a listing it keeps its line. */
    private static boolean append(StructuralNode last, String mark) {
        return switch (last.getContext()) {
            case "paragraph" -> {
                var text = (Block) last;
                text.setSource(text.getSource() + " " + mark);
                yield true;
            }
            case "ulist", "olist" -> {
                List<StructuralNode> items = last.getBlocks();
                var item = (ListItem) items.get(items.size() - 1);
                if (item.getBlocks().isEmpty()) {
                    item.setSource(item.getSource() + " " + mark);
                }
                yield item.getBlocks().isEmpty();
            }
            default -> false;
        };
    }
}
