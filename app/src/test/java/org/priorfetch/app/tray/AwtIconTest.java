package org.priorfetch.app.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwtIconTest {

    private final List<Boolean> thereOrNot = new ArrayList<>();
    private final AwtIcon icon = new AwtIcon(
            (TrayOwner) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{TrayOwner.class},
                    (_, _, _) -> null),
            thereOrNot::add);

    @Test
    void anIconThatWasClosedWhileAwtWasStartingIsNotPutUp() {
        icon.close();

        icon.start();
        icon.look();

        assertThat(thereOrNot).as("nothing is looked for any more").isEmpty();
    }
}
