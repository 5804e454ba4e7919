package dojo.exhibits;

class Sky_01_IsBlue {
    // tag::look[]
    String look() {
        // Up, on a clear day.
        return "blue" + 1;
    }
    // end::look[]
}
