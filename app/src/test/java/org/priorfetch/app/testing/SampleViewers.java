package org.priorfetch.app.testing;

import java.util.List;
import org.priorfetch.app.preferences.ViewerSettings;
import org.priorfetch.viewer.LaunchProfile;
import org.priorfetch.viewer.LaunchProfile.Opens;

/** Viewers that somebody has set up. */
public final class SampleViewers {

    private SampleViewers() {}

    public static ViewerSettings one() {
        return new ViewerSettings(0, List.of(LaunchProfile.url("OHIF", Opens.STUDIES,
                "https://viewer.example.org/viewer?StudyInstanceUIDs={studyInstanceUids}")));
    }

    /** One of two, and that one with a mistake. */
    public static ViewerSettings mistaken() {
        return new ViewerSettings(1, List.of(one().profiles().getFirst(), LaunchProfile.url(
                "Viewer of the second reading room", Opens.PATIENT,
                "https://HOST/IHEInvokeImageDisplay?requestType={requestType}&patientID={patientIdWithIssuer}")));
    }
}
