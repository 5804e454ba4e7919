package dojo.book;

import java.util.List;
import org.asciidoctor.ast.Block;
import org.asciidoctor.ast.Document;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.ast.Table;
import org.asciidoctor.extension.Treeprocessor;

/** On paper, a listing or a table that is short moves to the next page, with its heading, rather than being broken. */
final class Unbroken extends Treeprocessor {

    private static final int LINES = 26;
    private static final int ROWS = 8;

    @Override
    public Document process(Document document) {
        if (document.isAttribute("backend", Format.PDF.backend())) {
            keep(document.getBlocks());
        }
        return document;
    }

    private static void keep(List<StructuralNode> blocks) {
        for (StructuralNode block : blocks) {
            if (isShort(block)) {
                block.setAttribute("unbreakable-option", "", true);
            } else if ("section".equals(block.getContext())) {
                keepWithItsHeading(block);
                keep(block.getBlocks());
            }
        }
    }

    /** The back end lets only sections with this option try whether what follows their heading fits below it. */
    private static void keepWithItsHeading(StructuralNode section) {
        if (!section.getBlocks().isEmpty() && isShort(section.getBlocks().get(0))) {
            section.setAttribute("breakable-option", "", true);
        }
    }

    private static boolean isShort(StructuralNode block) {
        return switch (block.getContext()) {
            case "listing" -> ((Block) block).getLines().size() <= LINES;
            case "table" -> ((Table) block).getBody().size() <= ROWS;
            default -> false;
        };
    }
}
