package org.priorfetch.engine.prior;

import java.util.List;
import java.util.stream.Stream;

import org.priorfetch.engine.model.RelevancePair;

/**
 * Examinations of different regions that are compared all the same.
 *
 * @param name as the site calls it; empty for a usual one
 * @param families of the appointment; empty for any
 * @param regions that the appointment shows
 * @param priors families of the earlier study; empty for any
 * @param with regions that the earlier study shows
 */
record ClinicalPair(String name, Families families, RegionSet regions, Families priors, RegionSet with) {

    private static final String BOTH_WAYS = "<->";
    private static final String ONE_WAY = "<-";

    /** What is usual, the appointment before the arrow, the earlier study behind it. */
    static final List<ClinicalPair> USUAL = """
            XR CT MR: lumbar-spine       <-  CT MR PT: abdomen pelvis
            CT MR: thoracic-spine        <-  CT PT: chest
            XR: thoracic-spine           <-> XR CT: chest
            CT MR: cervical-spine        <-  CT MR: neck
            XR CT MR: hip                <-> XR CT MR: pelvis
            CT MR: pelvis                <-> CT MR PT: abdomen
            US: pelvis                   <-> US CT MR: abdomen
            any: bones                   <-> NM: whole-body
            CT: chest                    <-  US: lower-limb
            CT MR: head                  <-> US CT MR FL: neck
            CT MR: face                  <-> CT MR: head
            XR: wrist                    <-> XR: hand
            XR: ankle                    <-> XR: foot
            """.lines().flatMap(ClinicalPair::parse).toList();

    static ClinicalPair of(RelevancePair pair) {
        return new ClinicalPair(pair.name(), Imaging.of(pair.modalities()).families(), RegionSet.of(pair.regions()),
                Imaging.of(pair.priors()).families(), RegionSet.of(pair.with()));
    }

    private static Stream<ClinicalPair> parse(String line) {
        boolean both = line.contains(BOTH_WAYS);
        String arrow = both ? BOTH_WAYS : ONE_WAY;
        int at = line.indexOf(arrow);
        String left = line.substring(0, at);
        String right = line.substring(at + arrow.length());
        return both ? Stream.of(parse(left, right), parse(right, left)) : Stream.of(parse(left, right));
    }

    private static ClinicalPair parse(String appointment, String prior) {
        String[] one = appointment.split(":", 2);
        String[] other = prior.split(":", 2);
        return new ClinicalPair("", Table.families(one[0]), Table.regions(one[1]), Table.families(other[0]),
                Table.regions(other[1]));
    }

    /** Whether the appointment is one for which it is said what is compared. */
    boolean concerns(Exam appointment) {
        return admits(families, appointment) && regions.meets(appointment.shown());
    }

    /** Whether the study is compared in appointments that it concerns. */
    boolean joinsWith(Exam prior) {
        return admits(priors, prior) && with.meets(prior.shown());
    }

    private static boolean admits(Families some, Exam exam) {
        return some.isEmpty() || some.meets(exam.imaging().families());
    }
}
