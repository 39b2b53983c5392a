Sandholm will build a tram from the station to the fish market, the city council decided on Tuesday by nineteen votes to six.

“People have asked for this line since my grandmother was a girl,” said Mayor Ingrid Solheim, who voted for it. “Now they shall have it.”

The line is 4.2 kilometres long and has seven stops. It will cost 61 million crowns and open in the summer of 2034, if the soil under the market holds.

Moses Kolo, who leads the opposition, called the plan a toy. He said that the buses would have done for half of the money, and that nobody had counted the passengers.
