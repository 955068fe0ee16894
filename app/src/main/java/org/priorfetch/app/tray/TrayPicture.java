package org.priorfetch.app.tray;

import org.priorfetch.app.tray.TrayState.Kind;

/**
 * What the icon shows of a state, so coarse that it is drawn anew only when somebody could see the difference.
 *
 * @param filled parts of the ring, of {@link #PARTS}; 0 unless working
 * @param badge a count from 1 to {@link #MOST}, or one more for all above; 0 for none
 */
record TrayPicture(Kind kind, int filled, int badge, boolean paused) {

    static final int PARTS = 24;
    static final int MOST = 9;

    static TrayPicture of(TrayState state) {
        boolean working = state.kind() == Kind.WORKING;
        int badge = state.kind() == Kind.NEEDS_ATTENTION ? Math.min(state.attention(), MOST + 1) : 0;
        return new TrayPicture(state.kind(), working ? filled(state) : 0, badge, working && state.paused());
    }

    /** Full only when all is ready, empty only when nothing is. */
    private static int filled(TrayState state) {
        int all = state.appointments();
        int ready = state.ready();
        if (ready == 0) {
            return 0;
        }
        return ready == all ? PARTS : Math.clamp((long) PARTS * ready / all, 1, PARTS - 1);
    }

    String badgeText() {
        return badge > MOST ? MOST + "+" : String.valueOf(badge);
    }
}
