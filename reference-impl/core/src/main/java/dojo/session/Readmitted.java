package dojo.session;

/** What became of the wish to serve an erased customer again; every answer carries its bill. */
public sealed interface Readmitted {
    Bill bill();

    /** Sessions may be created for the customer from now on. */
    record Welcome(Bill bill) implements Readmitted {}

    /** The customer was not erased, or the time of refusal was over. */
    record NotErased(Bill bill) implements Readmitted {}
}
