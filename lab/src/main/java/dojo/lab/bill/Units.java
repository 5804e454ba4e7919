package dojo.lab.bill;

/** Prints units the way a bill does: halves as {@code 0.5}, whole numbers without a point. */
final class Units {

    private Units() {}

    static String text(double units) {
        return units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units);
    }
}
