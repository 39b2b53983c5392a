Fares on the night ferry to Sandholm will rise by a tenth in spring, the operator said on Wednesday.

“Fuel has become dear and crews are scarce,” said Eric Halvorsen, the operator's director. “We held the fare for four years.”
