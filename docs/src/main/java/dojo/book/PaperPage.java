package dojo.book;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** What a printed page shows: which signs, where they stand, and how far down the page is used. */
final class PaperPage extends PDFGraphicsStreamEngine {

    private static final int NOTDEF = 0;

    private final Rectangle2D sheet;
    private final double footer;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> missing = new LinkedHashSet<>();
    private final StringBuilder outside = new StringBuilder();
    private double lowest;
    private Point2D pen = new Point2D.Double();

    private PaperPage(PDPage page, double footer) {
        super(page);
        var box = page.getCropBox();
        this.sheet = new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
        this.footer = footer;
        this.lowest = sheet.getMaxY();
    }

    /** @param footer the height of the strip at the bottom in which nothing counts as used */
    static PaperPage read(PDPage page, double footer) throws IOException {
        var read = new PaperPage(page, footer);
        read.processPage(page);
        return read;
    }

    /** All signs in the order of drawing, without blanks. */
    String text() {
        return text.toString();
    }

    /** The signs that their font cannot draw, each with the name of the font. */
    Set<String> missing() {
        return missing;
    }

    /** What is drawn beyond the edges of the page. */
    String outside() {
        return outside.toString();
    }

    /** How much of the page is used, from the top, between 0 and 1. */
    double used() {
        return (sheet.getMaxY() - lowest) / (sheet.getHeight() - footer);
    }

    @Override
    protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement) throws IOException {
        String sign = font.toUnicode(code);
        if (sign != null && sign.isBlank()) {
            return;
        }
        if (sign == null || sign.contains("\ufffd") || glyph(font, code) == NOTDEF) {
            missing.add("\"" + sign + "\" in " + font.getName());
        }
        text.append(sign);
        double x = at.getTranslateX();
        double y = at.getTranslateY();
        if (!sheet.contains(x, y) || x + displacement.getX() * at.getScalingFactorX() > sheet.getMaxX()) {
            outside.append(sign);
        }
        use(y);
    }

    /** The number of the picture that the font draws, which is 0 for the one that stands for all it lacks. */
    private static int glyph(PDFont font, int code) throws IOException {
        if (font instanceof PDType0Font composite) {
            return composite.codeToGID(code);
        }
        return font instanceof PDTrueTypeFont simple ? simple.codeToGID(code) : code;
    }

    private void use(double y) {
        if (y > sheet.getMinY() + footer) {
            lowest = Math.min(lowest, y);
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        use(Math.min(p0.getY(), p2.getY()));
    }

    @Override
    public void drawImage(PDImage image) {
        use(getGraphicsState().getCurrentTransformationMatrix().getTranslateY());
    }

    @Override
    public void moveTo(float x, float y) {
        pen = new Point2D.Float(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        pen = new Point2D.Float(x, y);
        use(y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        pen = new Point2D.Float(x3, y3);
        use(y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return pen;
    }

    @Override
    public void clip(int windingRule) {
        // What is drawn counts, not where it may be drawn.
    }

    @Override
    public void closePath() {
        // Back to where the pen has been.
    }

    @Override
    public void endPath() {
        // Nothing is kept of a path but how far down it came.
    }

    @Override
    public void strokePath() {
        // See endPath.
    }

    @Override
    public void fillPath(int windingRule) {
        // See endPath.
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        // See endPath.
    }

    @Override
    public void shadingFill(COSName shading) {
        // The book has no shades.
    }
}
