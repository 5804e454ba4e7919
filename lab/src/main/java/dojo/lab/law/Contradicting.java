package dojo.lab.law;

import java.util.List;

/** Settings of a law that cannot hold beside certain settings of other laws. */
public interface Contradicting {

    /**
     * Why these settings and the others cannot hold together, each in a sentence with a remedy.
     *
     * @param others the settings of all other laws of the lab
     */
    List<String> contradictions(List<Record> others);
}
