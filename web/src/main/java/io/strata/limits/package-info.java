/** How many requests a caller may make: counted and refused by a filter, said and changed by a resource and a screen. */
package io.strata.limits;
