package org.priorfetch.engine.demo;

import java.util.function.Predicate;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.TransferCapability;
import org.aoju.bus.image.metric.TransferCapability.Role;
import org.aoju.bus.image.metric.internal.pdu.AAssociateAC;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.internal.pdu.Presentation;

/** An application entity that takes any transfer syntax, in either role, of the abstract syntaxes that it knows. */
final class OpenEntity extends ApplicationEntity {

    private static final long serialVersionUID = 1;
    private static final String ANY = "*";

    private final transient Predicate<String> abstractSyntaxes;

    OpenEntity(String aeTitle, Predicate<String> abstractSyntaxes) {
        super(aeTitle);
        this.abstractSyntaxes = abstractSyntaxes;
        setAssociationAcceptor(true);
        setAssociationInitiator(true);
        for (Role role : Role.values()) {
            TransferCapability everything = new TransferCapability(null, ANY, role, ANY);
            everything.setPreferredTransferSyntaxes(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);
            addTransferCapability(everything);
        }
    }

    @Override
    protected Presentation negotiate(AAssociateRQ request, AAssociateAC acceptance, Presentation proposed) {
        if (abstractSyntaxes.test(proposed.getAbstractSyntax())) {
            return super.negotiate(request, acceptance, proposed);
        }
        return new Presentation(proposed.getPCID(), Presentation.ABSTRACT_SYNTAX_NOT_SUPPORTED,
                proposed.getTransferSyntax());
    }
}
