package org.probity.scenario;

/** Stands in a command's body for the address of the issuer, which is known only when a service plays the step. */
enum IssuerUrl {
    HERE
}
